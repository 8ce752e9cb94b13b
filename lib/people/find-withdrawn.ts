import type { Db } from "@/lib/db/in-school";
import { ROLE_GROUND, rolesOf } from "@/lib/role-ground";
import type { Role, SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { normaliseEmail } from "@/lib/values/email-address";

/** An invitation that ended with what it stood on. */
export type WithdrawnInvitation = {
  id: string;
  /** Where it had been sent. */
  email: string;
  /** Whether its person can be invited anew, as they are now. */
  invitable: boolean;
};

/** Before a change: the invitations that this person, or anybody of this family, could still accept. */
export async function findOpenInvitations(
  db: Db,
  ctx: SchoolContext,
  of: { personId: string } | { familyId: string },
): Promise<string[]> {
  const person = "personId" in of ? { id: of.personId } : { guardians: { some: of } };
  const expiresAt = { gt: dateFromInstant(ctx.now) };
  const open = await db.invitation.findMany({
    where: { person, acceptedAt: null, revokedAt: null, expiresAt },
    select: { id: true },
  });
  return open.map(({ id }) => id);
}

/** After it: those that it withdrew, as the database decides (`withdraw_invitations`). */
export async function findWithdrawn(
  db: Db,
  ids: readonly string[],
): Promise<WithdrawnInvitation[]> {
  if (ids.length === 0) return [];
  const withdrawn = await db.invitation.findMany({
    where: { id: { in: [...ids] }, revokedAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, email: true, person: { select: INVITED } },
  });
  return withdrawn.map(({ id, email, person }) => ({ id, email, invitable: isInvitable(person) }));
}

const INVITED = {
  email: true,
  membership: { select: { disabledAt: true, roles: true } },
  ...ROLE_GROUND,
} as const;

type Invited = Parameters<typeof rolesOf>[0] & {
  email: string | null;
  membership: { disabledAt: Date | null; roles: readonly Role[] } | null;
};

function isInvitable({ email, membership, ...ground }: Invited): boolean {
  const has = membership?.disabledAt === null ? membership.roles : [];
  const lacks = rolesOf(ground).some((role) => !has.includes(role));
  return lacks && normaliseEmail(email ?? "") !== null;
}
