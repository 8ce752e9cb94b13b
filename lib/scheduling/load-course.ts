import type { Db } from "@/lib/db/in-school";
import type {
  CourseId,
  EnrolmentId,
  LocationId,
  RoomId,
  StudentId,
  TeacherId,
  TermId,
} from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { asDay, dateFromDay, dayFromDate, type Day, type Weekday } from "@/lib/time/day";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import type { Closure } from "./closures";
import type { CourseKind, CourseTimes } from "./course-lessons";
import type { EnrolmentDates } from "./enrolment-dates";
import type { WeekPlan } from "./week-plan";

export type CourseEnrolment = EnrolmentDates & { id: EnrolmentId; studentId: StudentId };

/** A course with what decides its lessons. A one-off stands on the weekday of its day. */
export type LoadedCourse = CourseTimes & {
  id: CourseId;
  name: string;
  isArchived: boolean;
  termId: TermId;
  teacherId: TeacherId;
  locationId: LocationId;
  roomId: RoomId;
  capacity: number;
  heldOn: Day | null;
  lessonMinutes: number | null;
  plan: WeekPlan;
  enrolments: CourseEnrolment[];
};

/** Throws `NotFound` for a course of another school or none. */
export async function loadCourse(
  db: Db,
  ctx: SchoolContext,
  courseId: CourseId,
): Promise<LoadedCourse> {
  const [course] = await loadCourses(db, ctx, { id: courseId });
  if (course === undefined) throw new NotFound();
  return course;
}

type Span<T> = { lte?: T; gte?: T };
type CoursesWhere = {
  id?: string;
  archivedAt?: null;
  locationId?: string;
  OR?: ({ heldOn: Span<Date> } | { term: { startsOn: Span<Date>; endsOn: Span<Date> } })[];
};

/** The same for all courses that fit, in two queries. */
export async function loadCourses(
  db: Db,
  ctx: SchoolContext,
  where: CoursesWhere,
): Promise<LoadedCourse[]> {
  const rows = await findRows(db, where);
  if (rows.length === 0) return [];
  const closures = await loadClosures(db, spanOf(rows));
  return rows.map((row) => loadedCourse(row, ctx, closures));
}

function findRows(db: Db, where: CoursesWhere) {
  return db.course.findMany({
    where,
    include: {
      term: true,
      weeks: { orderBy: { week: "asc" }, select: { week: true, kind: true } },
      enrolments: { orderBy: { createdAt: "asc" } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

/** From the first to the last day on which one of them could meet. */
function spanOf(rows: readonly Row[]): { startsOn: Day; endsOn: Day } {
  const days = rows
    .flatMap(({ term, heldOn }) => [term.startsOn, term.endsOn, ...(heldOn ? [heldOn] : [])])
    .map((date) => dayFromDate(date))
    .sort();
  return { startsOn: asDay(days.at(0) ?? ""), endsOn: asDay(days.at(-1) ?? "") };
}

function loadedCourse(row: Row, ctx: SchoolContext, closures: readonly Closure[]): LoadedCourse {
  const term = { startsOn: dayFromDate(row.term.startsOn), endsOn: dayFromDate(row.term.endsOn) };
  return {
    id: row.id as CourseId,
    name: row.name,
    isArchived: row.archivedAt !== null,
    termId: row.termId as TermId,
    teacherId: row.teacherId as TeacherId,
    locationId: row.locationId as LocationId,
    roomId: row.roomId as RoomId,
    capacity: row.capacity,
    heldOn: row.heldOn ? dayFromDate(row.heldOn) : null,
    lessonMinutes: row.lessonMinutes,
    school: { weekStart: ctx.school.weekStart, timeZone: ctx.school.timeZone },
    term,
    course: courseDays(row),
    closures,
    plan: row.weeks,
    enrolments: row.enrolments.map((enrolment) => ({
      id: enrolment.id as EnrolmentId,
      studentId: enrolment.studentId as StudentId,
      startsOn: dayFromDate(enrolment.startsOn),
      endsOn: enrolment.endsOn ? dayFromDate(enrolment.endsOn) : null,
    })),
  };
}

/** The closures that touch a stretch of days. */
export async function loadClosures(
  db: Db,
  days: { startsOn: Day; endsOn: Day },
): Promise<Closure[]> {
  const rows = await db.closure.findMany({
    where: {
      startsOn: { lte: dateFromDay(days.endsOn) },
      endsOn: { gte: dateFromDay(days.startsOn) },
    },
    orderBy: { startsOn: "asc" },
  });
  return rows.map((row) => ({
    name: row.name,
    locationId: row.locationId,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
  }));
}

function courseDays(row: {
  kind: CourseKind;
  locationId: string;
  weekday: number | null;
  startMinute: number;
  groupMinutes: number;
}): CourseTimes["course"] {
  return {
    kind: row.kind,
    locationId: row.locationId,
    weekday: (row.weekday ?? 1) as Weekday,
    startTime: wallTimeFromMinutes(row.startMinute),
    groupMinutes: row.groupMinutes,
  };
}
