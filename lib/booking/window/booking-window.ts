import { allowed, refused, type Decision } from "@/lib/refusal";
import { asInstant, instantFromDate, type Instant } from "@/lib/time/instant";

/**
 * When the families of a course may book. Opening or closing by hand sets the moment to now;
 * `closesAt` null is open without end. `bookUntil` is the later end of one enrolment.
 */
export type WindowFacts = {
  opensAt: Instant | null;
  closesAt: Instant | null;
  bookUntil: Instant | null;
};

/** The same from a course's row, for one enrolment of it or for none. */
export function windowFactsOf(
  { windowOpensAt, windowClosesAt }: { windowOpensAt: Date | null; windowClosesAt: Date | null },
  bookUntil: Date | null = null,
): WindowFacts {
  return {
    opensAt: windowOpensAt && instantFromDate(windowOpensAt),
    closesAt: windowClosesAt && instantFromDate(windowClosesAt),
    bookUntil: bookUntil && instantFromDate(bookUntil),
  };
}

export type BookingWindow =
  | { state: "none" }
  | { state: "not-yet"; opensAt: Instant }
  | { state: "open"; closesAt: Instant | null }
  | { state: "closed"; closedAt: Instant };

export type WindowRefusal = "no-window" | "window-not-open-yet" | "window-closed";

export function bookingWindow(facts: WindowFacts, now: Instant): BookingWindow {
  const { opensAt } = facts;
  if (opensAt === null) return { state: "none" };
  const closesAt = endOf(facts);
  if (closesAt !== null && now >= closesAt) return { state: "closed", closedAt: closesAt };
  if (now < opensAt) return { state: "not-yet", opensAt };
  return { state: "open", closesAt };
}

/** First bookings need `now` inside the window; moving and cancelling need only the notice. */
export function mayBookFirst(facts: WindowFacts, now: Instant): Decision<WindowRefusal> {
  switch (bookingWindow(facts, now).state) {
    case "none":
      return refused("no-window");
    case "not-yet":
      return refused("window-not-open-yet");
    case "closed":
      return refused("window-closed");
    case "open":
      return allowed();
  }
}

function endOf({ closesAt, bookUntil }: WindowFacts): Instant | null {
  if (closesAt === null || bookUntil === null) return closesAt;
  return asInstant(Math.max(closesAt, bookUntil));
}
