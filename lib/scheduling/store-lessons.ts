import type { Db } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, instantFromDate, isoFromInstant, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { clashText } from "./clash-text";
import { findClashes, type Clash } from "./find-clashes";
import { lessonSlot, placeOfLessons, type FixedCourse, type LessonPlace } from "./fixed-lessons";

export type NewLesson = Interval & { week: number | null; studentIds: readonly string[] };

type Known = { id: string; slot: number | null; startsAt: Instant; isLive: boolean };

/**
 * Gives a course these fixed lessons with every use of teacher, room and students. One that the course
 * has ahead for the same week, or had until it was cancelled, becomes the lesson and keeps its id, so
 * that it stays one entry in calendars; what is live among those has no reservations any more. Throws
 * `Refusal` naming what the first overlap meets. Runs after `beginScheduleChange`.
 */
export async function storeLessons(
  db: Db,
  ctx: SchoolContext,
  { course, lessons }: { course: FixedCourse; lessons: readonly NewLesson[] },
): Promise<void> {
  if (lessons.length === 0) return;
  const place = placeOfLessons(course);
  const known = await findKnown(db, ctx, course);
  const stored = lessons.map((lesson) => {
    const slot = lessonSlot(course, lesson.week);
    const knownId = idAmong(known, { slot, startsAt: lesson.startsAt });
    const resourceIds = [place.teacherId, place.roomId, ...lesson.studentIds];
    return { ...lesson, id: knownId ?? newId(), isKnown: knownId !== null, resourceIds };
  });
  const [clash] = await findClashes(db, stored);
  if (clash) throw overlapRefusal(ctx, clash);
  const again = stored.filter(({ isKnown }) => isKnown);
  await changeInPlace(db, ctx, { place, lessons: again });
  await db.lesson.createMany({
    data: stored
      .filter(({ isKnown }) => !isKnown)
      .map((lesson) => ({ ...place, week: lesson.week, ...columnsOf(lesson) })),
  });
  await db.reservation.createMany({
    data: stored.flatMap((lesson) => reservationsOf(lesson, place)),
  });
  await bringBack(db, again);
}

/** The course's fixed lessons ahead: the live ones first, then the last cancelled. */
async function findKnown(db: Db, ctx: SchoolContext, course: FixedCourse): Promise<Known[]> {
  const rows = await db.lesson.findMany({
    where: {
      ...{ courseId: course.id, enrolmentId: null, startsAt: { gt: dateFromInstant(ctx.now) } },
      OR: [{ cancelledAt: null }, { cancelReason: { not: "SCHOOL" } }],
    },
    select: { id: true, week: true, startsAt: true, cancelledAt: true },
    orderBy: [{ cancelledAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
  });
  return rows.map(({ id, week, startsAt, cancelledAt }) => ({
    id,
    slot: lessonSlot(course, week),
    startsAt: instantFromDate(startsAt),
    isLive: cancelledAt === null,
  }));
}

function idAmong(
  known: readonly Known[],
  { slot, startsAt }: Pick<Known, "slot" | "startsAt">,
): string | null {
  const own = known.filter((one) => one.slot === slot);
  const found =
    own.find(({ isLive }) => isLive) ?? own.find((one) => one.startsAt === startsAt) ?? own[0];
  return found?.id ?? null;
}

type Stored = Interval & { id: string; week: number | null };

async function changeInPlace(
  db: Db,
  ctx: SchoolContext,
  { place, lessons }: { place: LessonPlace; lessons: readonly Stored[] },
): Promise<void> {
  if (lessons.length === 0) return;
  const rows = lessons.map(({ id, week, startsAt, endsAt }) => {
    return { id, week, startsAt: isoFromInstant(startsAt), endsAt: isoFromInstant(endsAt) };
  });
  await db.$executeRaw`
    UPDATE lesson l SET starts_at = w."startsAt", ends_at = w."endsAt", week = w.week,
        teacher_id = ${place.teacherId}::uuid, location_id = ${place.locationId}::uuid,
        room_id = ${place.roomId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS w(id uuid, week smallint, "startsAt" timestamptz, "endsAt" timestamptz)
     WHERE l.school_id = ${ctx.schoolId}::uuid AND l.id = w.id`;
}

/** Last, so that the database notes for those who are in it why it was cancelled until now. */
async function bringBack(db: Db, lessons: readonly Stored[]): Promise<void> {
  await db.lesson.updateMany({
    where: { id: { in: lessons.map(({ id }) => id) }, cancelledAt: { not: null } },
    data: { cancelledAt: null, cancelReason: null },
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
  const { id: lessonId, ...times } = columnsOf(lesson);
  return { lessonId, ...times };
}

function columnsOf({ id, startsAt, endsAt }: Interval & { id: string }) {
  return { id, startsAt: dateFromInstant(startsAt), endsAt: dateFromInstant(endsAt) };
}
