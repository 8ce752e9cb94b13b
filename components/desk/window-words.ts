import type { BookingWindow } from "@/lib/booking/window/booking-window";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

/** When families may book, in a sentence. */
export function windowText(window: BookingWindow, locale: string, zone: TimeZone): string {
  switch (window.state) {
    case "none":
      return "Booking has not been opened.";
    case "not-yet":
      return `Booking opens ${formatDateTime(window.opensAt, zone, locale)}.`;
    case "open":
      return window.closesAt === null
        ? "Booking is open."
        : `Booking is open until ${formatDateTime(window.closesAt, zone, locale)}.`;
    case "closed":
      return `Booking closed ${formatDateTime(window.closedAt, zone, locale)}.`;
  }
}

/** The same in one or two words. */
export function windowWord(window: BookingWindow): string {
  const words = { none: "Not opened", "not-yet": "Opens later", open: "Open", closed: "Closed" };
  return words[window.state];
}
