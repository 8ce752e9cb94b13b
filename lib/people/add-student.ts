import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId, PersonId, StudentId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findFamily } from "./find-family";
import type { NewPerson } from "./people.schema";
import { personRow } from "./person-row";

type AddStudent = {
  familyId: FamilyId;
  /** Someone new, or a guardian of the family who learns too. */
  person: NewPerson | PersonId;
};

/** One more learner of a family. Throws `Refusal("already-student")`. */
export async function addStudent(ctx: SchoolContext, input: AddStudent): Promise<StudentId> {
  const { familyId, person } = input;
  const row = typeof person === "string" ? null : personRow(person);
  const id = row === null ? (person as PersonId) : row.id;
  await inSchool(ctx, async (db) => {
    await findFamily(db, familyId);
    if (row === null) {
      const guardian = await db.guardian.count({ where: { familyId, personId: id } });
      if (guardian === 0) throw new NotFound();
      const student = await db.student.count({ where: { id } });
      if (student > 0) throw new Refusal("already-student");
    } else await db.person.create({ data: row });
    await db.student.create({ data: { id, familyId } });
    const data = { studentId: id };
    await recordAudit(db, ctx, { action: "people/student.added", subjectId: familyId, data });
  });
  return id as string as StudentId;
}
