import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import type { Closure } from "@/lib/scheduling/closures";
import { dateFromDay, dayFromDate, type Day, type Weekday } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { bookingWindow, windowFactsOf, type BookingWindow } from "./window/booking-window";
import { owedWeekStatus, type OwedStatus } from "./entitlement";

export type OwedWeekView = {
  week: number;
  from: Day;
  to: Day;
  status: OwedStatus;
  booking: { id: BookingId; startsAt: Instant; endsAt: Instant } | null;
};

/** One hybrid enrolment of a child with what is owed, booked and still to book. */
export type FamilyEnrolment = {
  id: EnrolmentId;
  studentId: string;
  studentName: string;
  courseName: string;
  teacherName: string;
  locationName: string;
  instrument: string | null;
  termName: string;
  lessonMinutes: number;
  window: BookingWindow;
  weeks: OwedWeekView[];
  toBook: number;
};

/**
 * The hybrid enrolments of the students in reach, in terms that are not over, by student and course.
 * Narrowed to one enrolment or one course where that is said.
 */
export async function listFamilyEnrolments(
  ctx: SchoolContext,
  only: { enrolmentId?: EnrolmentId; courseId?: CourseId } = {},
): Promise<FamilyEnrolment[]> {
  return inSchool(ctx, (db) => findFamilyEnrolments(db, ctx, only));
}

/** The same, as a step of something larger. */
export async function findFamilyEnrolments(
  db: Db,
  ctx: SchoolContext,
  only: { enrolmentId?: EnrolmentId; courseId?: CourseId },
): Promise<FamilyEnrolment[]> {
  const rows = await findEnrolments(db, ctx, only);
  if (rows.length === 0) return [];
  const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
  const closures = await findClosures(db, rows);
  return rows.map((row) => enrolmentView(ctx, row, { noticeHours, closures }));
}

type EnrolmentRow = Awaited<ReturnType<typeof findEnrolments>>[number];
type SchoolRules = { noticeHours: number; closures: readonly Closure[] };

async function findEnrolments(
  db: Db,
  ctx: SchoolContext,
  only: { enrolmentId?: EnrolmentId; courseId?: CourseId },
) {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const name = { select: { givenName: true, familyName: true } };
  return db.enrolment.findMany({
    where: {
      ...(only.enrolmentId === undefined ? {} : { id: only.enrolmentId }),
      ...(only.courseId === undefined ? {} : { courseId: only.courseId }),
      courseKind: "HYBRID",
      ...(await findStudentsInReach(db, ctx)),
      course: { archivedAt: null, term: { endsOn: { gte: today } } },
    },
    orderBy: [
      { student: { person: { givenName: "asc" } } },
      { course: { name: "asc" } },
      { id: "asc" },
    ],
    include: {
      student: { select: { person: name } },
      course: {
        include: {
          term: true,
          teacher: { select: { person: name } },
          location: { select: { name: true } },
          weeks: { orderBy: { week: "asc" } },
        },
      },
      bookings: {
        where: { state: { not: "CANCELLED" } },
        include: { lesson: { select: { startsAt: true, endsAt: true } } },
      },
    },
  });
}

async function findClosures(db: Db, rows: readonly EnrolmentRow[]): Promise<Closure[]> {
  const starts = rows.map(({ course }) => course.term.startsOn);
  const ends = rows.map(({ course }) => course.term.endsOn);
  const from = dateFromInstant(Math.min(...starts.map(Number)) as Instant);
  const to = dateFromInstant(Math.max(...ends.map(Number)) as Instant);
  const found = await db.closure.findMany({
    where: { endsOn: { gte: from }, startsOn: { lte: to } },
  });
  return found.map(({ name, locationId, startsOn, endsOn }) => ({
    name,
    locationId,
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
  }));
}

function enrolmentView(ctx: SchoolContext, row: EnrolmentRow, rules: SchoolRules): FamilyEnrolment {
  const { course } = row;
  const weeks = owedWeekStatus(owedFacts(ctx, row, rules), ctx.now).map(
    ({ planned, status, booking }): OwedWeekView => {
      const { week, from, to } = planned;
      return { week, from, to, status, booking };
    },
  );
  return {
    id: row.id as EnrolmentId,
    studentId: row.studentId,
    studentName: row.student.person.givenName,
    courseName: course.name,
    teacherName: `${course.teacher.person.givenName} ${course.teacher.person.familyName}`,
    locationName: course.location.name,
    instrument: course.instrument,
    termName: course.term.name,
    lessonMinutes: course.lessonMinutes ?? course.groupMinutes,
    window: bookingWindow(windowFactsOf(course, row.bookUntil), ctx.now),
    weeks,
    toBook: weeks.filter(({ status }) => status === "to-book").length,
  };
}

function owedFacts(ctx: SchoolContext, row: EnrolmentRow, { noticeHours, closures }: SchoolRules) {
  const { weekStart, timeZone } = ctx.school;
  const { course } = row;
  const { term, weekday, locationId } = course;
  return {
    school: { weekStart, timeZone, noticeHours },
    term: { startsOn: dayFromDate(term.startsOn), endsOn: dayFromDate(term.endsOn) },
    course: { weekday: (weekday ?? 1) as Weekday, locationId },
    closures,
    plan: course.weeks.map(({ week, kind }) => ({ week, kind })),
    enrolment: {
      startsOn: dayFromDate(row.startsOn),
      endsOn: row.endsOn === null ? null : dayFromDate(row.endsOn),
    },
    bookings: row.bookings.map(bookingOf),
  };
}

function bookingOf(booking: EnrolmentRow["bookings"][number]) {
  return {
    id: booking.id as BookingId,
    week: booking.week,
    state: booking.state,
    startsAt: instantFromDate(booking.lesson.startsAt),
    endsAt: instantFromDate(booking.lesson.endsAt),
  };
}
