import type { CourseDays } from "@/lib/scheduling/closures";
import { isEnrolledOn, type EnrolmentDates } from "@/lib/scheduling/enrolment-dates";
import { weeksTaught, type PlannedWeek, type WeekPlan } from "@/lib/scheduling/week-plan";
import { HOUR_MS, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt, type TimeZone } from "@/lib/time/zone";

export type BookingState = "CONFIRMED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";

/** One enrolment in one hybrid course; a student in two has two of these. */
export type EntitlementFacts = CourseDays & { plan: WeekPlan; enrolment: EnrolmentDates };

export type OwedBooking = { week: number; state: BookingState; endsAt: Instant };

export type OwedStatus = "booked" | "to-book" | "past" | "taught";
export type OwedWeek<B extends OwedBooking> = {
  planned: PlannedWeek;
  status: OwedStatus;
  booking: B | null;
};

type OwedFacts<B extends OwedBooking> = EntitlementFacts & {
  school: EntitlementFacts["school"] & { timeZone: TimeZone; noticeHours: number };
  bookings: readonly B[];
};

/** One individual lesson per individual week in which the course's weekday lies inside the enrolment's dates. */
export function owedWeeks(facts: EntitlementFacts): PlannedWeek[] {
  return weeksForStudent(facts).filter((week) => week.kind === "INDIVIDUAL");
}

/** The weeks really taught under the plan for one student: group weeks that meet, individual weeks owed. */
export function weeksForStudent(facts: EntitlementFacts): PlannedWeek[] {
  return weeksTaught(facts.plan, facts).filter((week) => isEnrolledOn(facts.enrolment, week.day));
}

/**
 * What became of every owed week: booked, taught (or missed), still to book, or past when no start
 * of the week keeps the notice any more.
 */
export function owedWeekStatus<B extends OwedBooking>(
  facts: OwedFacts<B>,
  now: Instant,
): OwedWeek<B>[] {
  return owedWeeks(facts).map((planned) => {
    const booking = liveBooking(facts.bookings, planned.week);
    if (booking === null) {
      return { planned, status: isBookable(planned, facts, now) ? "to-book" : "past", booking };
    }
    const ahead = booking.state === "CONFIRMED" && now < booking.endsAt;
    return { planned, status: ahead ? "booked" : "taught", booking };
  });
}

function liveBooking<B extends OwedBooking>(bookings: readonly B[], week: number): B | null {
  return bookings.find((one) => one.week === week && one.state !== "CANCELLED") ?? null;
}

function isBookable<B extends OwedBooking>(
  week: PlannedWeek,
  facts: OwedFacts<B>,
  now: Instant,
): boolean {
  const { timeZone, noticeHours } = facts.school;
  const ends = [week.to, facts.term.endsOn, facts.enrolment.endsOn ?? week.to];
  const lastDay = ends.reduce((first, day) => (day < first ? day : first));
  const end = instantAt(lastDay, asWallTime("24:00"), timeZone);
  return end - now > noticeHours * HOUR_MS;
}
