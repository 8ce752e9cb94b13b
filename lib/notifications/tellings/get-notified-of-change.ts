import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { peopleChanges } from "../lesson-changes/lesson-changes";
import { loadLessonChanges } from "../lesson-changes/load-lesson-changes";
import { getNotified } from "./get-notified";
import type { Notified } from "./notified";

/** Who is notified of a change of the schedule that has been made, as its message finds them. */
export async function getNotifiedOfChange(ctx: SchoolContext, changeId: string): Promise<Notified> {
  const facts = await inSchool(ctx, (db) => loadLessonChanges(db, ctx, { changeId }));
  const { students, teachers } = peopleChanges(facts, ctx.now);
  return getNotified(ctx, [
    {
      kind: "lessons-changed",
      studentIds: [...students.keys()],
      teacherIds: [...teachers.keys()],
    },
  ]);
}
