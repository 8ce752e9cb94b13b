import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { NewPerson } from "./people.schema";
import { personRow } from "./person-row";

export type NewTeacher = NewPerson & { instruments: readonly string[] };

/** A person who teaches. Signing in takes an invitation. */
export async function createTeacher(ctx: SchoolContext, input: NewTeacher): Promise<TeacherId> {
  const person = personRow(input);
  await inSchool(ctx, async (db) => {
    await db.person.create({ data: person });
    await db.teacher.create({ data: { id: person.id, instruments: [...input.instruments] } });
    await recordAudit(db, ctx, {
      action: "people/teacher.created",
      subjectId: person.id,
      data: {},
    });
  });
  return person.id as string as TeacherId;
}
