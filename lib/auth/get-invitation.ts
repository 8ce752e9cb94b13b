import { inSchool } from "@/lib/db/in-school";
import { asSystem, type SystemDb } from "@/lib/db/system";
import type { SchoolId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { ROLE_GROUND, rolesOf } from "@/lib/role-ground";
import type { Role } from "@/lib/school-context";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { systemContext } from "./system-context";

export type OpenInvitation = {
  id: string;
  schoolId: SchoolId;
  slug: string;
  schoolName: string;
  personId: string;
  displayName: string;
  givenName: string;
  email: string;
  roles: readonly Role[];
  /** Whether this address has a sign-in already; told only to who holds the link, that is, its mailbox. */
  hasAccount: boolean;
};

/**
 * The invitation behind a mailed link while it can be accepted; null when spent, revoked, too old, when
 * the person has another address now, or is no longer what it was made for.
 */
export async function getInvitation(token: string, now: Instant): Promise<OpenInvitation | null> {
  const invitation = await asSystem((db) => findInvitation(db, token, now));
  if (invitation === null) return null;
  const roles: readonly Role[] = ["ADMIN", ...(await presentRolesOf(invitation, now))];
  return invitation.roles.every((role) => roles.includes(role)) ? invitation : null;
}

/** Read as the app of that school: the system role sees no teachers and no guardians. */
async function presentRolesOf({ schoolId, personId }: OpenInvitation, now: Instant) {
  const ctx = await systemContext(schoolId, { now });
  const where = { id: personId };
  return rolesOf(
    await inSchool(ctx, (db) => db.person.findFirstOrThrow({ where, select: ROLE_GROUND })),
  );
}

export async function findInvitation(
  db: SystemDb,
  token: string,
  now: Instant,
): Promise<OpenInvitation | null> {
  const row = await db.invitation.findFirst({
    where: {
      tokenHash: tokenHash(token),
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: dateFromInstant(now) },
    },
    include: { person: { select: { givenName: true, familyName: true, email: true } } },
  });
  // Held here, too: it was sent to an address that is not the person's any more.
  if (row === null || row.person.email?.trim().toLowerCase() !== row.email.toLowerCase())
    return null;
  const school = await db.school.findUniqueOrThrow({ where: { id: row.schoolId } });
  const accounts = await db.user.count({ where: { email: row.email } });
  return {
    ...{ id: row.id, personId: row.personId, email: row.email, roles: row.roles },
    schoolId: row.schoolId as SchoolId,
    slug: school.slug,
    schoolName: school.name,
    displayName: `${row.person.givenName} ${row.person.familyName}`,
    givenName: row.person.givenName,
    hasAccount: accounts > 0,
  };
}
