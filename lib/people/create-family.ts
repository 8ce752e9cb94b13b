import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type FamilyId, type PersonId, type StudentId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { findPerson } from "./find-person";
import type { GuardianKind, NewPerson } from "./people.schema";
import { personRow } from "./person-row";
import { settleParentRole } from "./settle-parent-role";

type NewGuardian = NewPerson & {
  kind: GuardianKind;
  /** The school's record of this person, where there is one: it is kept as it is. */
  known?: PersonId | null;
};

export type NewFamily = {
  /** Without one, the first guardian's family name. */
  name?: string | null;
  guardians: readonly NewGuardian[];
  students: readonly NewPerson[];
};

export type CreatedFamily = {
  familyId: FamilyId;
  guardianIds: PersonId[];
  studentIds: StudentId[];
};

/**
 * A family with its guardians and students, whole or not at all; ids come in the order given.
 * Throws `Refusal("family-needs-one-primary")`.
 */
export async function createFamily(ctx: SchoolContext, input: NewFamily): Promise<CreatedFamily> {
  const primary = input.guardians.filter(({ kind }) => kind === "PRIMARY");
  if (primary.length !== 1) throw new Refusal("family-needs-one-primary");
  const familyId = newId<FamilyId>();
  const name = input.name ?? primary[0]?.familyName ?? "";
  const guardians = input.guardians.map(({ kind, known, ...person }) => {
    const row = personRow(person);
    return { kind, known, row, personId: known ?? row.id };
  });
  const known = guardians.flatMap((guardian) => guardian.known ?? []);
  const added = guardians.filter((guardian) => !guardian.known);
  const students = input.students.map((student) => personRow(student));
  await inSchool(ctx, async (db) => {
    const createdAt = dateFromInstant(ctx.now);
    for (const personId of known) await findPerson(db, personId);
    await db.person.createMany({ data: [...added.map(({ row }) => row), ...students] });
    await db.family.create({ data: { id: familyId, name, createdAt } });
    await db.guardian.createMany({
      data: guardians.map(({ kind, personId }) => ({ familyId, personId, kind })),
    });
    for (const personId of known) await settleParentRole(db, ctx, personId);
    await db.student.createMany({ data: students.map(({ id }) => ({ id, familyId })) });
    await recordAudit(db, ctx, { action: "people/family.created", subjectId: familyId, data: {} });
  });
  return {
    familyId,
    guardianIds: guardians.map(({ personId }) => personId),
    studentIds: students.map(({ id }) => id as string as StudentId),
  };
}
