import { allowed, refused, type Decision } from "@/lib/refusal";
import { HOUR_MS, plusHours, type Instant } from "@/lib/time/instant";

/** Elapsed hours, whatever the clocks do: `startsAt - now >= hours x 3600 s`. */
export function hasNotice(startsAt: Instant, now: Instant, noticeHours: number): boolean {
  return startsAt - now >= noticeHours * HOUR_MS;
}

/** The same notice holds for booking, moving and cancelling. */
export function checkNotice(
  startsAt: Instant,
  now: Instant,
  noticeHours: number,
): Decision<"inside-notice-period"> {
  return hasNotice(startsAt, now, noticeHours) ? allowed() : refused("inside-notice-period");
}

/** The last moment at which the family can still cancel or move. */
export function cancelBy(startsAt: Instant, noticeHours: number): Instant {
  return plusHours(startsAt, -noticeHours);
}
