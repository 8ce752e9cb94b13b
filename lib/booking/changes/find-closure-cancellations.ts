import type { Db } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId, LocationId } from "@/lib/ids";
import { closureOn, type Closure } from "@/lib/scheduling/closures";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt } from "@/lib/time/zone";
import type { ClosureReturns } from "./find-closure-returns";

/** An individual lesson that a closure cancelled, whose week is owed and not booked again. */
export type ToBookAgain = {
  bookingId: BookingId;
  enrolmentId: EnrolmentId;
  studentId: string;
  week: number;
  studentName: string;
  courseName: string;
  startsAt: Instant;
};

/** Those on the days that open again with the removal of a closure, by time. */
export async function findToBookAgain(
  db: Db,
  ctx: SchoolContext,
  { closure, opensOn }: ClosureReturns,
): Promise<ToBookAgain[]> {
  if (opensOn === null) return [];
  const { timeZone } = ctx.school;
  const midnight = (day: Day) => dateFromInstant(instantAt(day, asWallTime("00:00"), timeZone));
  const rows = await findRows(db, {
    lesson: {
      ...(closure.locationId !== null && { locationId: closure.locationId }),
      startsAt: { gte: midnight(opensOn), lt: midnight(addDays(closure.endsOn, 1)) },
    },
  });
  const others = await findOtherClosures(db, closure);
  const opens = rows.filter(({ lesson: { startsAt, locationId } }) => {
    const day = dayAt(instantFromDate(startsAt), timeZone);
    return closureOn(day, locationId, others) === null;
  });
  return stillOwed(db, ctx, opens);
}

/** The same of these bookings, as things stand now. */
export async function findStillToBookAgain(
  db: Db,
  ctx: SchoolContext,
  bookingIds: readonly string[],
): Promise<ToBookAgain[]> {
  return stillOwed(db, ctx, await findRows(db, { id: { in: [...bookingIds] } }));
}

type Row = Awaited<ReturnType<typeof findRows>>[number];
type Wanted =
  { id: { in: string[] } } | { lesson: { locationId?: string; startsAt: { gte: Date; lt: Date } } };

async function findRows(db: Db, wanted: Wanted) {
  return db.booking.findMany({
    where: { state: "CANCELLED", cancelReason: "CLOSURE", ...wanted },
    select: {
      id: true,
      week: true,
      enrolmentId: true,
      lesson: {
        select: {
          startsAt: true,
          locationId: true,
          course: {
            select: {
              name: true,
              weeks: { where: { kind: "INDIVIDUAL" }, select: { week: true } },
            },
          },
        },
      },
      enrolment: {
        select: {
          endsOn: true,
          studentId: true,
          student: { select: { person: { select: { givenName: true, familyName: true } } } },
        },
      },
    },
    orderBy: [{ lesson: { startsAt: "asc" } }, { id: "asc" }],
  });
}

async function findOtherClosures(
  db: Db,
  { id, startsOn, endsOn }: ClosureReturns["closure"],
): Promise<Closure[]> {
  const rows = await db.closure.findMany({
    where: {
      id: { not: id },
      startsOn: { lte: dateFromDay(endsOn) },
      endsOn: { gte: dateFromDay(startsOn) },
    },
  });
  return rows.map((row) => ({
    name: row.name,
    locationId: row.locationId as LocationId | null,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
  }));
}

async function stillOwed(db: Db, ctx: SchoolContext, rows: readonly Row[]): Promise<ToBookAgain[]> {
  const live = await db.booking.findMany({
    where: {
      enrolmentId: { in: rows.map(({ enrolmentId }) => enrolmentId) },
      state: { not: "CANCELLED" },
    },
    select: { enrolmentId: true, week: true },
  });
  const booked = new Set(live.map(({ enrolmentId, week }) => `${enrolmentId} ${week}`));
  return rows
    .filter((row) => isOwed(ctx, row) && !booked.has(`${row.enrolmentId} ${row.week}`))
    .map(({ id, week, enrolmentId, lesson, enrolment: { studentId, student } }) => ({
      ...{ bookingId: id as BookingId, enrolmentId: enrolmentId as EnrolmentId, studentId, week },
      studentName: `${student.person.givenName} ${student.person.familyName}`,
      courseName: lesson.course.name,
      startsAt: instantFromDate(lesson.startsAt),
    }));
}

function isOwed({ school }: SchoolContext, { week, lesson, enrolment: { endsOn } }: Row): boolean {
  const isIndividual = lesson.course.weeks.some((one) => one.week === week);
  const day = dayAt(instantFromDate(lesson.startsAt), school.timeZone);
  return isIndividual && (endsOn === null || day <= dayFromDate(endsOn));
}
