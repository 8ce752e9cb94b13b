import { inSchool, type Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/values/email-address";
import type { InvitationId, PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { ROLE_GROUND, rolesOf } from "@/lib/role-ground";
import type { Role, SchoolContext } from "@/lib/school-context";
import { issueInvitation } from "./issue-invitation";

type Invite = {
  personId: PersonId;
  /** On top of what the person is already: guardian, teacher, student. */
  asAdmin?: boolean;
};

/**
 * Invites somebody of the school to sign in, in all the roles that they have here; a member is invited
 * to roles that they lack. Inviting again makes a new link and revokes the former one. Throws
 * `person-without-email`, `already-member`, `no-role-to-invite-for`, NotFound.
 */
export async function invitePerson(
  ctx: SchoolContext,
  { personId, asAdmin = false }: Invite,
): Promise<InvitationId> {
  return inSchool(ctx, async (db) => {
    // Invitations of one moment queue here: the later one takes the place of the former.
    await db.$queryRaw`
      SELECT 1 FROM person WHERE school_id = current_school() AND id = ${personId}::uuid FOR NO KEY UPDATE`;
    const person = await findPerson(db, personId);
    if (person === null) throw new NotFound("person");
    const roles = [...(asAdmin ? (["ADMIN"] as const) : []), ...rolesOf(person)];
    if (hasAll(person.membership, roles)) throw new Refusal("already-member");
    const email = normaliseEmail(person.email ?? "");
    if (email === null) throw new Refusal("person-without-email");
    if (roles.length === 0) throw new Refusal("no-role-to-invite-for");
    return issueInvitation(db, ctx, { personId, email, roles });
  });
}

async function findPerson(db: Db, personId: PersonId) {
  return db.person.findFirst({
    where: { id: personId, archivedAt: null },
    select: {
      email: true,
      membership: { select: { disabledAt: true, roles: true } },
      ...ROLE_GROUND,
    },
  });
}

type Membership = { disabledAt: Date | null; roles: readonly Role[] };

function hasAll(membership: Membership | null, roles: readonly Role[]): boolean {
  if (membership?.disabledAt !== null) return false;
  return roles.every((role) => membership.roles.includes(role));
}
