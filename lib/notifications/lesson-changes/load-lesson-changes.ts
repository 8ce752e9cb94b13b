import type { Db } from "@/lib/db/in-school";
import { closureOn, type Closure } from "@/lib/scheduling/closures";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, plusHours } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import type { ChangeFacts, LessonNow, PartBefore } from "./lesson-changes";

/** A lesson that was moved into the past since then is looked for this far back. */
const HOURS_BACK = 14 * 24;

const NAME = { select: { name: true } } as const;
const TEACHER = {
  select: { person: { select: { givenName: true, familyName: true } } },
} as const;

type Wanted = {
  changeId: string;
  /** Only what somebody among these has to do with; nothing: all of the change. */
  people?: readonly string[];
};

/** What a change of the schedule touched: before it, and as it stands now. */
export async function loadLessonChanges(
  db: Db,
  ctx: SchoolContext,
  wanted: Wanted,
): Promise<ChangeFacts> {
  const courseIds = await findCourses(db, wanted);
  const parts = await loadParts(db, wanted, courseIds);
  return { parts, lessons: await loadLessons(db, ctx, courseIds) };
}

async function findCourses(db: Db, { changeId, people }: Wanted): Promise<string[]> {
  const of = people && { in: [...people] };
  const rows = await db.lesson.findMany({
    where: {
      changes: { some: { changeId } },
      ...(of && { OR: [{ teacherId: of }, { changes: { some: { changeId, personId: of } } }] }),
    },
    distinct: ["courseId"],
    select: { courseId: true },
  });
  return rows.map(({ courseId }) => courseId);
}

async function loadParts(db: Db, { changeId }: Wanted, courseIds: string[]): Promise<PartBefore[]> {
  const rows = await db.lessonChange.findMany({
    where: { changeId, lesson: { courseId: { in: courseIds } } },
    include: { teacher: TEACHER, room: { select: { name: true, location: NAME } } },
  });
  return rows.map(
    ({ personId, part, lessonId, cancelledFor, startsAt, endsAt, teacher, room, ...row }) => ({
      personId,
      part,
      lessonId,
      cancelledFor,
      before:
        startsAt && endsAt && row.teacherId && row.roomId && teacher && room
          ? {
              startsAt: instantFromDate(startsAt),
              endsAt: instantFromDate(endsAt),
              teacherId: row.teacherId,
              teacherName: `${teacher.person.givenName} ${teacher.person.familyName}`,
              roomId: row.roomId,
              roomName: room.name,
              locationName: room.location.name,
            }
          : null,
    }),
  );
}

async function loadLessons(db: Db, ctx: SchoolContext, courseIds: string[]): Promise<LessonNow[]> {
  const closures = await loadClosures(db);
  const weekNow = await loadPlans(db, courseIds);
  const rows = await db.lesson.findMany({
    where: {
      courseId: { in: courseIds },
      startsAt: { gt: dateFromInstant(plusHours(ctx.now, -HOURS_BACK)) },
    },
    include: {
      course: { select: { name: true, kind: true } },
      teacher: TEACHER,
      room: NAME,
      location: NAME,
      booking: { select: { id: true } },
      reservations: { where: { roomId: null }, select: { resourceId: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    courseId: row.courseId,
    courseName: row.course.name,
    courseKind: row.course.kind,
    kind: row.kind,
    week: row.week,
    bookingId: row.booking?.id ?? null,
    enrolmentId: row.enrolmentId,
    startsAt: instantFromDate(row.startsAt),
    endsAt: instantFromDate(row.endsAt),
    teacherId: row.teacherId,
    teacherName: `${row.teacher.person.givenName} ${row.teacher.person.familyName}`,
    roomId: row.roomId,
    roomName: row.room.name,
    locationName: row.location.name,
    isCancelled: row.cancelledAt !== null,
    ...whyCancelled(ctx, row, { closures, weekNow }),
    people: row.reservations.map(({ resourceId }) => resourceId),
  }));
}

type CancelledRow = {
  courseId: string;
  course: { kind: CourseKind };
  week: number | null;
  startsAt: Date;
  locationId: string;
  enrolmentId: string | null;
  cancelReason: string | null;
};
type CancelFacts = {
  closures: readonly Closure[];
  weekNow: (lesson: Pick<CancelledRow, "courseId" | "week">) => WeekKind | null;
};

/** Why a lesson is cancelled: in words, where there is more to say than that it is, and by which plan. */
function whyCancelled(
  ctx: SchoolContext,
  lesson: CancelledRow,
  { closures, weekNow }: CancelFacts,
): Pick<LessonNow, "reason" | "replannedAs"> {
  const { cancelReason, course, week, enrolmentId } = lesson;
  const isReplanned = cancelReason === "WEEK_PLAN" && course.kind === "HYBRID";
  const replannedAs = isReplanned ? weekNow(lesson) : null;
  const said = (reason: string | null) => ({ reason, replannedAs });
  if (cancelReason === "ENROLMENT") return said("no longer enrolled");
  if (cancelReason === "CLOSURE") return said(closureName(ctx, lesson, closures));
  const gaveWay = replannedAs === "GROUP" && enrolmentId !== null;
  return said(gaveWay ? `week ${week} is now a group lesson` : null);
}

/** What each week of the courses is by its plan. */
async function loadPlans(db: Db, courseIds: string[]): Promise<CancelFacts["weekNow"]> {
  const rows = await db.weekPlanWeek.findMany({
    where: { courseId: { in: courseIds } },
    select: { courseId: true, week: true, kind: true },
  });
  const kinds = new Map(rows.map(({ courseId, week, kind }) => [`${courseId} ${week}`, kind]));
  return ({ courseId, week }) => kinds.get(`${courseId} ${week}`) ?? null;
}

async function loadClosures(db: Db): Promise<Closure[]> {
  const rows = await db.closure.findMany({ orderBy: { startsOn: "asc" } });
  return rows.map(({ startsOn, endsOn, locationId, name }) => ({
    ...{ locationId, name },
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
  }));
}

function closureName(
  ctx: SchoolContext,
  lesson: { startsAt: Date; locationId: string },
  closures: readonly Closure[],
): string | null {
  const day = dayAt(instantFromDate(lesson.startsAt), ctx.school.timeZone);
  return closureOn(day, lesson.locationId, closures)?.name ?? null;
}
