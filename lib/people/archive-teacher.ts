import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TeacherId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

type TeacherArchive = { teacherId: TeacherId; archived: boolean };

/**
 * Takes a teacher off the school's lists, or puts them back; nothing is deleted.
 * Throws `Refusal("still-teaching")` while lessons of theirs lie ahead.
 */
export async function archiveTeacher(ctx: SchoolContext, input: TeacherArchive): Promise<void> {
  const { teacherId, archived } = input;
  const now = dateFromInstant(ctx.now);
  await inSchool(ctx, async (db) => {
    const teacher = await db.teacher.findFirst({ where: { id: teacherId }, select: { id: true } });
    if (teacher === null) throw new NotFound();
    const ahead = await db.lesson.count({
      where: { teacherId, cancelledAt: null, endsAt: { gt: now } },
    });
    if (archived && ahead > 0) throw new Refusal("still-teaching");
    const archivedAt = archived ? now : null;
    await db.teacher.updateMany({ where: { id: teacherId }, data: { archivedAt } });
    const action = archived ? "people/teacher.archived" : "people/teacher.restored";
    await recordAudit(db, ctx, { action, subjectId: teacherId, data: {} });
  });
}
