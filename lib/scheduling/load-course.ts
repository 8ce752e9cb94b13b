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
import { dateFromDay, dayFromDate, type Day, type Weekday } from "@/lib/time/day";
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
  const row = await db.course.findFirst({
    where: { id: courseId },
    include: {
      term: true,
      weeks: { orderBy: { week: "asc" }, select: { week: true, kind: true } },
      enrolments: { orderBy: { createdAt: "asc" } },
    },
  });
  if (row === null) throw new NotFound();
  const term = { startsOn: dayFromDate(row.term.startsOn), endsOn: dayFromDate(row.term.endsOn) };
  return {
    id: courseId,
    name: row.name,
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
    closures: await loadClosures(db, term),
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
