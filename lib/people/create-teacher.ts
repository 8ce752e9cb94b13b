import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { PersonId, TeacherId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findPerson } from "./find-person";
import type { NewPerson } from "./people.schema";
import { personRow } from "./person-row";

export type NewTeacher = NewPerson & {
  instruments: readonly string[];
  /** The school's record of this person, where there is one: it is kept as it is. */
  known?: PersonId | null;
};

/** A person who teaches. Signing in takes an invitation. Throws `Refusal("already-teacher")`. */
export async function createTeacher(ctx: SchoolContext, input: NewTeacher): Promise<TeacherId> {
  const row = personRow(input);
  const id = input.known ?? row.id;
  await inSchool(ctx, async (db) => {
    if (input.known) await findNonTeacher(db, id);
    else await db.person.create({ data: row });
    await db.teacher.create({ data: { id, instruments: [...input.instruments] } });
    await recordAudit(db, ctx, {
      action: "people/teacher.created",
      subjectId: id,
      data: {},
    });
  });
  return id as string as TeacherId;
}

async function findNonTeacher(db: Db, id: PersonId): Promise<void> {
  await findPerson(db, id);
  if ((await db.teacher.count({ where: { id } })) > 0) throw new Refusal("already-teacher");
}
