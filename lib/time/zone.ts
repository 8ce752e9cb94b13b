import { Temporal } from "temporal-polyfill";
import type { Brand } from "@/lib/brand";
import { dayFromNumber, dayNumber, type Day } from "./day";
import { asInstant, HOUR_MS, MINUTE_MS, type Instant } from "./instant";
import { minutesOfDay, wallTimeFromMinutes, type WallTime } from "./wall-time";

/** An IANA zone name, such as "Australia/Sydney". */
export type TimeZone = Brand<string, "TimeZone">;

/** A stretch of time in which a zone's clocks stay put. */
type Stretch = { from: number; to: number; offset: number };

const DAY_MS = 24 * HOUR_MS;
const stretches = new Map<TimeZone, Stretch[]>();

export function isTimeZone(text: string): text is TimeZone {
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

export function asTimeZone(text: string): TimeZone {
  if (!isTimeZone(text)) throw new RangeError(`not a time zone: ${text}`);
  return text;
}

/**
 * The moment at which the clocks of `zone` show `time` on `day`. A time that the clocks skip is
 * taken as much later as they jump; of a time they show twice the first is meant.
 */
export function instantAt(day: Day, time: WallTime, zone: TimeZone): Instant {
  const local = dayNumber(day) * DAY_MS + minutesOfDay(time) * MINUTE_MS;
  const before = offsetAt(local - DAY_MS, zone);
  const after = offsetAt(local + DAY_MS, zone);
  const first = local - before;
  if (before === after || offsetAt(first, zone) === before) return asInstant(first);
  const second = local - after;
  return asInstant(offsetAt(second, zone) === after ? second : first);
}

/** The day on which `instant` falls in `zone`. */
export function dayAt(instant: Instant, zone: TimeZone): Day {
  return dayFromNumber(Math.floor((instant + offsetAt(instant, zone)) / DAY_MS));
}

/** What the clocks of `zone` show at `instant`, to the minute. */
export function wallTimeAt(instant: Instant, zone: TimeZone): WallTime {
  const local = instant + offsetAt(instant, zone);
  return wallTimeFromMinutes(Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS));
}

/** Local time minus UTC, in milliseconds. */
function offsetAt(ms: number, zone: TimeZone): number {
  let known = stretches.get(zone);
  if (known === undefined) stretches.set(zone, (known = []));
  for (const stretch of known) {
    if (stretch.from <= ms && ms < stretch.to) return stretch.offset;
  }
  const found = stretchAround(ms, zone);
  known.push(found);
  return found.offset;
}

function stretchAround(ms: number, zone: TimeZone): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const next = there.getTimeZoneTransition("next");
  const last = there.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return {
    from: last?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offset: there.offsetNanoseconds / 1_000_000,
  };
}
