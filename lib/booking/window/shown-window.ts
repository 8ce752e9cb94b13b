import type { Shown } from "@/lib/values/shown-record";
import type { Instant } from "@/lib/time/instant";
import { dayAt, wallTimeAt, type TimeZone } from "@/lib/time/zone";

export type WindowField = "opensAt" | "closesAt";

type Window = { opensAt: Instant | null; closesAt: Instant | null };

/** A booking window as its form shows it: to the minute, on the school's wall. */
export function windowShown(window: Window, zone: TimeZone): Shown<WindowField> {
  return {
    opensAt: momentText(window.opensAt, zone),
    closesAt: momentText(window.closesAt, zone),
  };
}

export function bookUntilShown(bookUntil: Instant | null, zone: TimeZone): Shown<"bookUntil"> {
  return { bookUntil: momentText(bookUntil, zone) };
}

/** "2026-11-02T16:00": an instant as a date-time field shows it. */
function momentText(instant: Instant | null, zone: TimeZone): string {
  return instant === null ? "" : `${dayAt(instant, zone)}T${wallTimeAt(instant, zone)}`;
}
