import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId, OutboxEventId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { checkRoomFits } from "@/lib/scheduling/check-room-fits";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { loadCourse, type LoadedCourse } from "@/lib/scheduling/load-course";
import { storeLessons } from "@/lib/scheduling/store-lessons";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { cancelLessons } from "./cancel-lessons";
import { findCourseAhead, fixedAhead } from "./find-course-ahead";

export type CourseArchive = {
  courseId: CourseId;
  archived: boolean;
  /** The `confirmation` of the empty lessons that were shown; not needed where there are none. */
  confirmed?: string | null;
};

/**
 * Takes a course off the school's lists, or puts it back with its fixed lessons ahead; nothing is
 * deleted. Refused while a student has anything ahead in it. Lessons ahead that nobody is in are
 * cancelled, but only those that were shown and confirmed. Throws `NotFound` and `Refusal`.
 */
export async function archiveCourse(
  ctx: SchoolContext,
  input: CourseArchive,
): Promise<{ changeId: OutboxEventId }> {
  return inSchool(ctx, async (db) => {
    const changeId = await beginScheduleChange(db, ctx);
    const course = await loadCourse(db, ctx, input.courseId);
    if (course.isArchived === input.archived) return { changeId };
    if (input.archived) await cancelEmpty(db, ctx, { course, input });
    else await bringBack(db, ctx, course);
    const archivedAt = input.archived ? dateFromInstant(ctx.now) : null;
    await db.course.updateMany({ where: { id: course.id }, data: { archivedAt } });
    await recordAudit(db, ctx, {
      action: input.archived ? "booking/course.archived" : "booking/course.restored",
      subjectId: course.id,
      data: {},
    });
    return { changeId };
  });
}

type Archiving = { course: LoadedCourse; input: CourseArchive };

async function cancelEmpty(db: Db, ctx: SchoolContext, { course, input }: Archiving) {
  const { isFree, lessons, confirmation } = await findCourseAhead(db, ctx, course);
  if (!isFree) throw new Refusal("course-still-runs");
  if (confirmation !== null && confirmation !== (input.confirmed ?? null)) {
    throw new Refusal("archive-needs-confirmation");
  }
  await cancelLessons(db, ctx, {
    lessonIds: lessons.map(({ lessonId }) => lessonId),
    reason: "WEEK_PLAN",
  });
}

/** A course that is over comes back as it was; what may still be held needs its teacher and room. */
async function bringBack(db: Db, ctx: SchoolContext, course: LoadedCourse) {
  const lessons = fixedAhead(course, ctx);
  const isOver = course.term.endsOn < dayAt(ctx.now, ctx.school.timeZone);
  if (isOver && lessons.length === 0) return;
  const room = await db.room.findFirst({ where: { id: course.roomId, archivedAt: null } });
  const teacher = await db.teacher.findFirst({ where: { id: course.teacherId, archivedAt: null } });
  if (room === null || teacher === null) throw new Refusal("course-place-archived");
  await checkRoomFits(db, { roomId: course.roomId, places: course.capacity });
  await storeLessons(db, ctx, { course, lessons });
}
