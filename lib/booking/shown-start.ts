import type { Instant } from "@/lib/time/instant";

/**
 * The start that whoever confirms was shown: that lesson is cancelled or moved, or none. Machines may
 * ask for no comparison ("as-it-is"), or know that what they were shown is past ("outdated"): then
 * only a request that was carried out before is answered.
 */
export type ShownStart = Instant | "as-it-is" | "outdated";

/** The start to act on, null where it is not the one that was shown. */
export function startToActOn(shown: ShownStart, present: Instant): Instant | null {
  if (shown === "as-it-is") return present;
  return shown === present ? present : null;
}
