import type { Db } from "@/lib/db/in-school";
import { newId, type CourseId, type LocationId, type RoomId, type TeacherId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { clashText } from "./clash-text";
import { findClashes, type Clash } from "./find-clashes";

/** Where and by whom a course's fixed lessons are given. */
export type LessonPlace = {
  courseId: CourseId;
  kind: "GROUP" | "INDIVIDUAL";
  teacherId: TeacherId;
  locationId: LocationId;
  roomId: RoomId;
};

export type NewLesson = Interval & { week: number | null; studentIds: readonly string[] };

/**
 * Stores fixed lessons with every use of teacher, room and students, in two statements. Throws
 * `Refusal` naming what the first overlap meets. Runs after `beginScheduleChange`.
 */
export async function insertLessons(
  db: Db,
  ctx: SchoolContext,
  plan: { place: LessonPlace; lessons: readonly NewLesson[] },
): Promise<void> {
  const { place } = plan;
  if (plan.lessons.length === 0) return;
  const lessons = plan.lessons.map((lesson) => ({
    ...lesson,
    id: newId(),
    resourceIds: [place.teacherId, place.roomId, ...lesson.studentIds],
  }));
  const [clash] = await findClashes(db, lessons);
  if (clash) throw overlapRefusal(ctx, clash);
  await db.lesson.createMany({
    data: lessons.map(({ id, week, startsAt, endsAt }) => ({
      ...place,
      id,
      week,
      startsAt: dateFromInstant(startsAt),
      endsAt: dateFromInstant(endsAt),
    })),
  });
  await db.reservation.createMany({
    data: lessons.flatMap((lesson) => reservationsOf(lesson, place)),
  });
}

/** Adds a student to lessons that exist. */
export async function insertStudentReservations(
  db: Db,
  ctx: SchoolContext,
  { studentId, lessons }: { studentId: string; lessons: readonly (Interval & { id: string })[] },
): Promise<void> {
  const [clash] = await findClashes(
    db,
    lessons.map((lesson) => ({ ...lesson, resourceIds: [studentId] })),
  );
  if (clash) throw overlapRefusal(ctx, clash);
  await db.reservation.createMany({
    data: lessons.map((lesson) => ({ ...timesOf(lesson), resourceId: studentId, studentId })),
  });
}

function overlapRefusal(ctx: SchoolContext, clash: Clash): Refusal {
  return new Refusal(`${clash.who}-overlap`, { inTheWay: clashText(clash, ctx.school) });
}

function reservationsOf(
  lesson: Interval & { id: string; studentIds: readonly string[] },
  place: LessonPlace,
) {
  const times = timesOf(lesson);
  return [
    { ...times, resourceId: place.teacherId as string, teacherId: place.teacherId },
    { ...times, resourceId: place.roomId as string, roomId: place.roomId },
    ...lesson.studentIds.map((studentId) => ({ ...times, resourceId: studentId, studentId })),
  ];
}

function timesOf(lesson: Interval & { id: string }) {
  return {
    lessonId: lesson.id,
    startsAt: dateFromInstant(lesson.startsAt),
    endsAt: dateFromInstant(lesson.endsAt),
  };
}
