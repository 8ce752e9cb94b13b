import { asDay } from "@/lib/time/day";
import { MINUTE_MS } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { SlotFacts } from "../slots/slot-facts";

export type SupplyOfWeek = { week: number; owed: number; fits: number; short: number };

type Demand = { week: number; owed: number; slots: readonly Interval[] };

/**
 * Per week how many lessons are owed, how many fit together, and how many are short: above 0 it
 * cannot work out.
 */
export function supplyCheck(weeks: readonly Demand[], bufferMinutes: number): SupplyOfWeek[] {
  return weeks.map(({ week, owed, slots }) => {
    const fits = lessonsThatFit(slots, bufferMinutes);
    return { week, owed, fits, short: Math.max(0, owed - fits) };
  });
}

/**
 * The largest number of slots of equal length that one teacher can teach one after another: taking
 * the earliest that is still possible, again and again, is never worse than any other choice.
 */
export function lessonsThatFit(slots: readonly Interval[], bufferMinutes: number): number {
  let count = 0;
  let freeFrom = -Infinity;
  for (const slot of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
    if (slot.startsAt < freeFrom) continue;
    count += 1;
    freeFrom = slot.endsAt + bufferMinutes * MINUTE_MS;
  }
  return count;
}

/** The facts of a course for a student who is always enrolled and has nothing else to do. */
export function supplyFacts(
  facts: Omit<SlotFacts, "enrolment" | "studentLessons" | "siblingLessons">,
): SlotFacts {
  return {
    ...facts,
    enrolment: {
      id: "",
      studentId: "",
      startsOn: asDay("1900-01-01"),
      endsOn: null,
      bookUntil: null,
    },
    studentLessons: [],
    siblingLessons: [],
  };
}
