import type { Db } from "@/lib/db/in-school";
import type { EnrolmentId } from "@/lib/ids";
import { dayInWeek, termWeeks } from "@/lib/scheduling/term-weeks";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, dayFromDate, type Day, type Weekday } from "@/lib/time/day";
import { asInstant, dateFromInstant, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import { confirmationOf, findLostBookings } from "./find-lost-lessons";
import type { LostBooking } from "./lost-lessons";

export type EnrolmentLosses = { lostBookings: LostBooking[]; confirmation: string | null };

/** The first moment after an enrolment's last day, or now where that is later. */
export function afterEnrolment(ctx: SchoolContext, endsOn: Day): Instant {
  const end = instantAt(addDays(endsOn, 1), asWallTime("00:00"), ctx.school.timeZone);
  return asInstant(Math.max(end, ctx.now));
}

/**
 * The booked lessons ahead that an earlier end of an enrolment would cancel: those after it, and those
 * held before it that are owed for a week whose lesson day comes after it.
 */
export async function findEnrolmentLosses(
  db: Db,
  ctx: SchoolContext,
  { enrolmentId, endsOn }: { enrolmentId: EnrolmentId; endsOn: Day },
): Promise<EnrolmentLosses> {
  const isAhead = { startsAt: { gt: dateFromInstant(ctx.now) } };
  const isAfter = { startsAt: { gte: dateFromInstant(afterEnrolment(ctx, endsOn)) } };
  const lostBookings = await findLostBookings(db, {
    enrolmentId,
    OR: [
      { lesson: isAfter },
      { lesson: isAhead, week: { in: await weeksAfter(db, ctx, { enrolmentId, endsOn }) } },
    ],
  });
  return { lostBookings, confirmation: confirmationOf(lostBookings) };
}

/** The weeks of the term in which the course's weekday comes after a day. */
async function weeksAfter(
  db: Db,
  ctx: SchoolContext,
  { enrolmentId, endsOn }: { enrolmentId: EnrolmentId; endsOn: Day },
): Promise<number[]> {
  const { course } = await db.enrolment.findFirstOrThrow({
    where: { id: enrolmentId },
    select: { course: { select: { weekday: true, term: true } } },
  });
  const weekday = course.weekday as Weekday | null;
  if (weekday === null) return [];
  const { weekStart } = ctx.school;
  const term = {
    startsOn: dayFromDate(course.term.startsOn),
    endsOn: dayFromDate(course.term.endsOn),
  };
  return termWeeks(term, weekStart)
    .map(({ week }) => week)
    .filter((week) => dayInWeek(term, weekStart, { week, weekday }) > endsOn);
}
