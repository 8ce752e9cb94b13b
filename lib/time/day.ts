import type { Brand } from "@/lib/brand";
import { isCalendarDay } from "./instant";

/** A calendar day "YYYY-MM-DD"; days compare with `<` as strings. */
export type Day = Brand<string, "Day">;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
/** Writing a day out is slow beside everything else here, and slots ask for few days very often. */
const KNOWN_DAYS = 4_000;
const knownDays = new Map<number, Day>();

const DAY = /^(?:19|2\d)\d\d-\d\d-\d\d$/;

/** Reads "YYYY-MM-DD" of the years 1900 to 2999; anything else is null. */
export function parseDay(text: string): Day | null {
  return DAY.test(text) && isCalendarDay(text) ? (text as Day) : null;
}

export function asDay(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

export function weekdayOf(day: Day): Weekday {
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every day from `from` to `to`, both included. */
export function daysFromTo(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, index) => dayFromNumber(first + index));
}

/** From a database `date`, which arrives as midnight UTC. */
export function dayFromDate(date: Date): Day {
  return asDay(date.toISOString().slice(0, 10));
}

export function dateFromDay(day: Day): Date {
  return new Date(dayNumber(day) * DAY_MS);
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY_MS;
}

export function dayFromNumber(days: number): Day {
  let day = knownDays.get(days);
  if (day === undefined) {
    day = new Date(days * DAY_MS).toISOString().slice(0, 10) as Day;
    if (knownDays.size >= KNOWN_DAYS) knownDays.clear();
    knownDays.set(days, day);
  }
  return day;
}
