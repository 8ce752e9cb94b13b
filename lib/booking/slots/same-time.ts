import { dayInWeek, type Term } from "@/lib/scheduling/term-weeks";
import type { Weekday } from "@/lib/time/day";
import type { WallTime } from "@/lib/time/wall-time";
import { instantAt, type TimeZone } from "@/lib/time/zone";
import { nearestSlots } from "./nearest-slots";
import type { Slot } from "./slots";

export type WeekChoice =
  | { week: number; result: "chosen"; slot: Slot }
  | { week: number; result: "clash"; alternatives: Slot[] }
  | { week: number; result: "already-booked" };

type SameTimeFacts = {
  school: { timeZone: TimeZone; weekStart: Weekday };
  term: Term;
  slotsByWeek: readonly { week: number; slots: readonly Slot[] }[];
  bookedWeeks: readonly number[];
};

const ALTERNATIVES = 3;

/**
 * All individual weeks at once: the same weekday and wall time where it is free, the nearest free
 * starts where it is not; weeks already booked are left alone.
 */
export function planSameTime(
  facts: SameTimeFacts,
  wanted: { weekday: Weekday; time: WallTime },
): WeekChoice[] {
  return facts.slotsByWeek.map(({ week, slots }) => {
    if (facts.bookedWeeks.includes(week)) return { week, result: "already-booked" };
    const day = dayInWeek(facts.term, facts.school.weekStart, { week, weekday: wanted.weekday });
    const slot = slots.find((one) => one.day === day && one.time === wanted.time);
    if (slot !== undefined) return { week, result: "chosen", slot };
    const wantedAt = instantAt(day, wanted.time, facts.school.timeZone);
    return { week, result: "clash", alternatives: nearestSlots(slots, wantedAt, ALTERNATIVES) };
  });
}
