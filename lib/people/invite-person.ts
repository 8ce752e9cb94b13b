import { inSchool, type Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/email-address";
import type { InvitationId, PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { Role, SchoolContext } from "@/lib/school-context";
import { issueInvitation } from "./issue-invitation";

type Invite = {
  personId: PersonId;
  /** On top of what the person is already: guardian, teacher, student. */
  asAdmin?: boolean;
};

/**
 * Invites somebody of the school to sign in, in all the roles that they have here. Inviting again
 * makes a new link and revokes the former one. Throws `person-without-email`, `already-member`,
 * `no-role-to-invite-for`, NotFound.
 */
export async function invitePerson(
  ctx: SchoolContext,
  { personId, asAdmin = false }: Invite,
): Promise<InvitationId> {
  return inSchool(ctx, async (db) => {
    const person = await findPerson(db, personId);
    if (person === null) throw new NotFound("person");
    if (person.membership?.disabledAt === null) throw new Refusal("already-member");
    const email = normaliseEmail(person.email ?? "");
    if (email === null) throw new Refusal("person-without-email");
    const roles = rolesOf(person, asAdmin);
    if (roles.length === 0) throw new Refusal("no-role-to-invite-for");
    return issueInvitation(db, ctx, { personId, email, roles });
  });
}

async function findPerson(db: Db, personId: PersonId) {
  return db.person.findFirst({
    where: { id: personId, archivedAt: null },
    select: {
      email: true,
      membership: { select: { disabledAt: true } },
      teacher: { select: { archivedAt: true } },
      student: { select: { archivedAt: true } },
      guardians: { where: { kind: { not: "EMERGENCY" } }, select: { familyId: true }, take: 1 },
    },
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

function rolesOf({ teacher, student, guardians }: Found, asAdmin: boolean): Role[] {
  const roles: Role[] = asAdmin ? ["ADMIN"] : [];
  if (teacher?.archivedAt === null) roles.push("TEACHER");
  if (guardians.length > 0) roles.push("PARENT");
  if (student?.archivedAt === null) roles.push("STUDENT");
  return roles;
}
