import type { BookingState } from "./entitlement";
import type { Instant } from "@/lib/time/instant";

/**
 * The start that whoever confirms was shown: that lesson is cancelled or moved, or none. Machines may
 * ask for no comparison ("as-it-is"), or know that what they were shown is past ("outdated"): then
 * only a request that was carried out before is answered.
 */
export type ShownStart = Instant | "as-it-is" | "outdated";

export type ChangedCode = "booking-changed" | "not-confirmed";

/** The start to act on, or why the booking is not the one that was shown. */
export function startToActOn(
  place: { state: BookingState; startsAt: Instant },
  shown: ShownStart,
): Instant | ChangedCode {
  if (shown === "outdated") return "booking-changed";
  if (place.state !== "CONFIRMED") return "not-confirmed";
  return shown === "as-it-is" || shown === place.startsAt ? place.startsAt : "booking-changed";
}
