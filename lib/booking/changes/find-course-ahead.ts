import type { Db } from "@/lib/db/in-school";
import { stillEnrolled } from "@/lib/scheduling/enrolment-dates";
import { fixedLessonsOf, type FixedLesson } from "@/lib/scheduling/fixed-lessons";
import type { LoadedCourse } from "@/lib/scheduling/load-course";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { confirmationOf, findFixedLessons, findLostBookings } from "./find-lost-lessons";
import type { LostBooking, LostLesson } from "./lost-lessons";

/** What of a course lies ahead, before it is archived. */
export type CourseAhead = {
  /** Enrolments that run on, in a course that is not over. */
  students: number;
  bookings: LostBooking[];
  lessons: LostLesson[];
  /** Nobody has anything ahead in it: at most empty lessons. */
  isFree: boolean;
  /** What a confirmation has to name; null when no lesson would be cancelled. */
  confirmation: string | null;
  /** Who is in the fixed lessons ahead, or would be once an archived course is put back. */
  concerned: { studentIds: string[]; teacherIds: string[] };
};

/** The one engine of the preview and of archiving. */
export async function findCourseAhead(
  db: Db,
  ctx: SchoolContext,
  course: LoadedCourse,
): Promise<CourseAhead> {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const startsAt = { gt: dateFromInstant(ctx.now) };
  const bookings = await findLostBookings(db, {
    enrolment: { courseId: course.id },
    lesson: { startsAt },
  });
  const lessons = await findFixedLessons(db, { courseId: course.id, startsAt });
  const isOver = (course.heldOn ?? course.term.endsOn) < today;
  const students = isOver ? 0 : stillEnrolled(course.enrolments, today).length;
  return {
    ...{ students, bookings, lessons },
    isFree:
      students === 0 &&
      bookings.length === 0 &&
      lessons.every(({ studentIds }) => studentIds.length === 0),
    confirmation: confirmationOf(lessons),
    concerned: concernedIn(course, course.isArchived ? fixedAhead(course, ctx) : lessons),
  };
}

/** The fixed lessons that an archived course gets when it is put back. */
export function fixedAhead(course: LoadedCourse, { now }: SchoolContext): FixedLesson[] {
  return fixedLessonsOf(course).filter(({ startsAt }) => startsAt > now);
}

function concernedIn(
  { teacherId }: LoadedCourse,
  lessons: readonly { studentIds: readonly string[] }[],
) {
  return {
    studentIds: [...new Set(lessons.flatMap(({ studentIds }) => studentIds))],
    teacherIds: lessons.length === 0 ? [] : [teacherId],
  };
}
