import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId, LocationId, OutboxEventId, RoomId, TeacherId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { checkRoomFits } from "@/lib/scheduling/check-room-fits";
import { closureOn } from "@/lib/scheduling/closures";
import { stillEnrolled } from "@/lib/scheduling/enrolment-dates";
import { findBookingAhead } from "@/lib/scheduling/find-booking-ahead";
import { fixedLessonsOf, lessonSlot } from "@/lib/scheduling/fixed-lessons";
import { loadCourse, type LoadedCourse } from "@/lib/scheduling/load-course";
import { storeLessons } from "@/lib/scheduling/store-lessons";
import { courseTimesShown, type CourseTimesField } from "@/lib/scheduling/shown-course";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { dateFromDay, type Day, type Weekday } from "@/lib/time/day";
import { instantFromDate } from "@/lib/time/instant";
import { minutesOfDay, type WallTime } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import { cancelLessons } from "./cancel-lessons";

export type CourseTimesChange = {
  courseId: CourseId;
  teacherId: TeacherId;
  roomId: RoomId;
  /** Every kind but a one-off. */
  weekday?: Weekday | null;
  /** A one-off only. */
  heldOn?: Day | null;
  startTime: WallTime;
  groupMinutes: number;
  basedOn: BasedOn<CourseTimesField>;
};

const action = "booking/course-times.changed";

type Change = { course: LoadedCourse; input: CourseTimesChange; locationId: LocationId };

/**
 * Gives a course another teacher or room, or another time or location, from now on: its fixed
 * lessons ahead change. Never under a family's feet: nothing while booked lessons lie ahead,
 * and time and location only while nobody is enrolled, for no family agreed to the new ones.
 * Throws `NotFound` and `Refusal`, also for what the lessons would meet.
 */
export async function changeCourseTimes(
  ctx: SchoolContext,
  input: CourseTimesChange,
): Promise<SaveOutcome<CourseTimesField> & { changeId: OutboxEventId }> {
  return inSchool(ctx, async (db) => {
    const changeId = await beginScheduleChange(db, ctx);
    const course = await loadCourse(db, ctx, input.courseId);
    const saved = await settleSave(db, ctx, saveOf(course, input));
    if (saved.outcome === "unchanged") return { ...saved, changeId };
    const change = { course, input, locationId: await placeOf(db, course, input) };
    await demandChangeable(db, ctx, change);
    if (input.roomId !== course.roomId) {
      await checkRoomFits(db, { roomId: input.roomId, places: course.capacity });
    }
    const columns = columnsOf(change);
    await db.course.updateMany({ where: { id: course.id }, data: columns });
    const changed = await loadCourse(db, ctx, course.id);
    demandOpenDay(changed);
    await changeLessonsAhead(db, ctx, changed);
    await recordAudit(db, ctx, { action, subjectId: course.id, data: columns });
    return { ...saved, changeId };
  });
}

function saveOf(course: LoadedCourse, input: CourseTimesChange) {
  const { kind } = course.course;
  return {
    basedOn: input.basedOn,
    present: courseTimesShown(kind, { ...course, ...course.course }),
    wanted: courseTimesShown(kind, input),
    subjectId: course.id,
    actions: [action],
  };
}

/** Each stays the lesson that it was. One is cancelled only where its week has none any more. */
async function changeLessonsAhead(db: Db, ctx: SchoolContext, course: LoadedCourse): Promise<void> {
  const live = await findLiveLessons(db, course);
  const held = new Set(live.filter(({ startsAt }) => startsAt <= ctx.now).map(({ week }) => week));
  const lessons = fixedLessonsOf(course).filter(
    ({ week, startsAt }) => startsAt > ctx.now && (week === null || !held.has(week)),
  );
  const slotOf = ({ week }: { week: number | null }) => lessonSlot(course, week);
  const kept = new Set(lessons.map(slotOf));
  const ahead = live.filter(({ startsAt }) => startsAt > ctx.now);
  await cancelLessons(db, ctx, {
    lessonIds: ahead.filter((lesson) => !kept.has(slotOf(lesson))).map(({ id }) => id),
    reason: "WEEK_PLAN",
  });
  await db.reservation.deleteMany({ where: { lessonId: { in: ahead.map(({ id }) => id) } } });
  await storeLessons(db, ctx, { course, lessons });
}

async function findLiveLessons(db: Db, { id: courseId }: LoadedCourse) {
  const rows = await db.lesson.findMany({
    where: { courseId, enrolmentId: null, cancelledAt: null },
    select: { id: true, week: true, startsAt: true },
  });
  return rows.map((row) => ({ ...row, startsAt: instantFromDate(row.startsAt) }));
}

/** Archived ones stay where they are, but none is newly chosen. */
async function placeOf(
  db: Db,
  course: LoadedCourse,
  { roomId, teacherId }: CourseTimesChange,
): Promise<LocationId> {
  const room = await db.room.findFirst({
    where: { id: roomId, ...(roomId !== course.roomId && { archivedAt: null }) },
  });
  const teacher = await db.teacher.findFirst({
    where: { id: teacherId, ...(teacherId !== course.teacherId && { archivedAt: null }) },
  });
  if (room === null || teacher === null) throw new NotFound();
  return room.locationId as LocationId;
}

async function demandChangeable(db: Db, ctx: SchoolContext, change: Change): Promise<void> {
  const { course, input } = change;
  if (course.isArchived) throw new Refusal("course-archived");
  const isOneOff = course.course.kind === "ONE_OFF";
  if (isOneOff && !input.heldOn) throw new Refusal("course-needs-day");
  if (!isOneOff && !input.weekday) throw new Refusal("course-needs-weekday");
  if (await findBookingAhead(db, ctx, course.id)) throw new Refusal("course-has-bookings");
  const today = dayAt(ctx.now, ctx.school.timeZone);
  if (movesTime(change) && stillEnrolled(course.enrolments, today).length > 0) {
    throw new Refusal("course-has-students");
  }
}

function movesTime({ course, input, locationId }: Change): boolean {
  const { weekday, startTime, groupMinutes } = course.course;
  return (
    (course.heldOn === null ? input.weekday !== weekday : input.heldOn !== course.heldOn) ||
    input.startTime !== startTime ||
    input.groupMinutes !== groupMinutes ||
    locationId !== course.locationId
  );
}

function demandOpenDay({ heldOn, locationId, closures }: LoadedCourse): void {
  const closure = heldOn && closureOn(heldOn, locationId, closures);
  if (closure) throw new Refusal("held-on-closed-day", { name: closure.name });
}

function columnsOf({ course, input, locationId }: Change) {
  const { teacherId, roomId, startTime, groupMinutes } = input;
  const isOneOff = course.course.kind === "ONE_OFF";
  return {
    ...{ teacherId, roomId, locationId, groupMinutes },
    startMinute: minutesOfDay(startTime),
    weekday: isOneOff ? null : (input.weekday ?? null),
    heldOn: isOneOff && input.heldOn ? dateFromDay(input.heldOn) : null,
  };
}
