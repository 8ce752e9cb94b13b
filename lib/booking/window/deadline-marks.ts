import { plusHours, type Instant } from "@/lib/time/instant";

/** How long before a booking window closes families are told "not booked yet" (product rule). */
export const MARK_HOURS = [72, 24] as const;

type Window = { opensAt: Instant; closesAt: Instant };

/**
 * The last mark that has been reached, in hours before the close. A mark that lies before the window
 * opened is none: families have just been told that they can book.
 */
export function dueMark({ opensAt, closesAt }: Window, now: Instant): number | null {
  if (now >= closesAt) return null;
  const reached = MARK_HOURS.filter((hours) => {
    const mark = plusHours(closesAt, -hours);
    return opensAt <= mark && mark <= now;
  });
  return reached.at(-1) ?? null;
}
