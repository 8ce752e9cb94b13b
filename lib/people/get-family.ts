import { inSchool } from "@/lib/db/in-school";
import type { FamilyId, PersonId, StudentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { GuardianKind } from "./people.schema";
import { CONTACT_COLUMNS, contactOf, type PersonContact } from "./person-contact";
import { fullName } from "./person-row";
import { SIGN_IN_COLUMNS, signInStateOf, type SignInState } from "./sign-in-state";

export type FamilyView = {
  id: FamilyId;
  name: string;
  guardians: {
    personId: PersonId;
    name: string;
    kind: GuardianKind;
    contact: PersonContact;
    signIn: SignInState;
    isStudent: boolean;
  }[];
  students: {
    id: StudentId;
    name: string;
    contact: PersonContact;
    signIn: SignInState;
    archived: boolean;
  }[];
};

const PERSON = { ...CONTACT_COLUMNS, ...SIGN_IN_COLUMNS } as const;
const KIND_ORDER: readonly GuardianKind[] = ["PRIMARY", "OTHER", "EMERGENCY"];

/** A family with the contact data of its people; null when the school has no such family. */
export async function getFamily(ctx: SchoolContext, id: FamilyId): Promise<FamilyView | null> {
  const found = await inSchool(ctx, (db) =>
    db.family.findFirst({
      where: { id },
      select: {
        name: true,
        guardians: { select: { kind: true, personId: true, person: { select: PERSON } } },
        students: { select: { id: true, archivedAt: true, person: { select: PERSON } } },
      },
    }),
  );
  if (found === null) return null;
  const studentIds = new Set(found.students.map((student) => student.id));
  const guardians = found.guardians.map(({ kind, personId, person }) => ({
    personId: personId as PersonId,
    name: fullName(person),
    kind,
    contact: contactOf(person),
    signIn: signInStateOf(person, "PARENT", ctx.now),
    isStudent: studentIds.has(personId),
  }));
  const students = found.students.map((student) => ({
    id: student.id as StudentId,
    name: fullName(student.person),
    contact: contactOf(student.person),
    signIn: signInStateOf(student.person, "STUDENT", ctx.now),
    archived: student.archivedAt !== null,
  }));
  return {
    id,
    name: found.name,
    guardians: guardians.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)),
    students: students.sort((a, b) => a.name.localeCompare(b.name)),
  };
}
