import type { EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { Weekday } from "@/lib/time/day";
import type { WallTime } from "@/lib/time/wall-time";
import type { BookingFacts } from "../booking-facts";
import { owedWeekStatus } from "../entitlement";
import { getBookingFacts } from "../get-booking-facts";
import { planSameTime, type WeekChoice } from "./same-time";
import { slotsOfWeek, type Slot } from "./slots";

export type AllWeeks = {
  facts: BookingFacts;
  /** The weeks still to book, each with its slots. */
  weeks: { week: number; slots: Slot[] }[];
  /** What "the same time every week" gives; empty until a time is wanted. */
  choices: WeekChoice[];
};

/**
 * All individual weeks of an enrolment that are still to book, to be chosen and confirmed together,
 * with "same time" worked out when a weekday and wall time is wanted. Throws `NotFound`.
 */
export async function planAllWeeks(
  ctx: SchoolContext,
  enrolmentId: EnrolmentId,
  wanted: { weekday: Weekday; time: WallTime } | null,
): Promise<AllWeeks> {
  const bare = await getBookingFacts(ctx, { enrolmentId, weeks: [] });
  const owed = owedWeekStatus(bare, ctx.now).filter(({ status }) => status === "to-book");
  const open = owed.map(({ planned }) => planned.week);
  const facts = await getBookingFacts(ctx, { enrolmentId, weeks: open });
  const weeks = open.map((week) => ({ week, slots: slotsOfWeek(facts, { week, now: ctx.now }) }));
  const bookedWeeks = facts.bookings.map((booking) => booking.week);
  const choices =
    wanted === null ? [] : planSameTime({ ...facts, slotsByWeek: weeks, bookedWeeks }, wanted);
  return { facts, weeks, choices };
}
