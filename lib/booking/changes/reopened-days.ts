import { addDays, type Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";

/**
 * The first day that is open again when a closure goes: `from`, but a day on which a lesson would
 * already have begun stays closed, or it would count as taught and was not.
 */
export function reopenedFrom(
  from: Day,
  lessons: readonly { day: Day; startsAt: Instant }[],
  now: Instant,
): Day {
  const begun = lessons.some(({ day, startsAt }) => day === from && startsAt <= now);
  return begun ? addDays(from, 1) : from;
}
