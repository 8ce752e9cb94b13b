import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { type Instant, isoFromInstant, systemNow } from "@/lib/time/instant";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import { asTimeZone, dayAt, instantAt } from "@/lib/time/zone";

/**
 * The school of the rush. Everything in it has a number: course `c` is taught by teacher `c` in room
 * `c`, student `i` is in course `(i - 1) % COURSES + 1` at place `(i - 1) / COURSES` of its roster.
 */
export const COURSES = 40;
export const PLACES = 25;
export const STUDENTS = COURSES * PLACES;
/** Families beyond these have one child; the others' second child is in another course. */
export const FAMILIES = 810;
export const OTHER_SCHOOLS = 199;
/** The school's lessons of the year so far. Its neighbours are in their first term. */
export const PAST_TERMS = 3;
export const SLUG = "rush";
export const ZONE = asTimeZone("Australia/Sydney");

/** Booked beforehand for some students, for pages as they look in the middle of a term. */
export const BOOKED_WEEK = 2;
/** Individual weeks in which nothing is booked before a measurement. */
export const FREE_WEEKS = [3, 5, 7, 9] as const;
export const OPENS_MINUTE = 13 * 60;
export const SLOTS_A_DAY = 12;

export const PASSWORD = "bench-password";

const KINDS = [
  ...["school", "location", "room", "term", "teacher", "guardian", "student", "admin", "family"],
  ...["course", "enrolment", "window", "group-lesson", "lesson", "booking", "token", "audit"],
  ...["event", "delivery", "user-teacher", "user-guardian", "user-admin", "membership-teacher"],
  ...["membership-guardian", "membership-admin", "session-teacher"],
  ...["session-guardian", "session-admin"],
] as const;

export type Kind = (typeof KINDS)[number];

export const kinds: readonly Kind[] = KINDS;

const SPREAD = 2n ** 36n;
const FIRST_MS = 0x0180_0000_0000n;

/**
 * The id that the fill gives: a UUIDv7 as if it was made at some time in two years, long before the
 * app's. The first 48 bits differ as they do in life, since the index of the exclusion constraint
 * tells ids apart by little more. `bench_id` in fill.ts is the same in SQL.
 */
export function idOf(kind: Kind, n: number, school = 1): string {
  const place =
    BigInt(n) * 7919n + BigInt(school) * 104729n + BigInt(KINDS.indexOf(kind)) * 15485863n;
  const at = (FIRST_MS + ((place * 2654435761n) % SPREAD)).toString(16).padStart(12, "0");
  const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
  const end = hex(KINDS.indexOf(kind), 4) + hex(n, 8);
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(school, 3)}-8000-${end}`;
}

/** Below it stand the rows of the fill, above it those of the app. */
export const FIRST_APP_ID = "01900000-0000-7000-8000-000000000000";

export function courseOf(student: number): number {
  return ((student - 1) % COURSES) + 1;
}

export function placeOf(student: number): number {
  return Math.floor((student - 1) / COURSES);
}

export function studentAt(course: number, place: number): number {
  return place * COURSES + course;
}

export function familyOf(student: number): number {
  return student <= FAMILIES ? student : student - FAMILIES;
}

/** The term begins on the Monday of this week. */
export function firstMonday(): Day {
  const today = dayAt(systemNow(), ZONE);
  return addDays(today, 1 - weekdayOf(today));
}

/** The start of a slot of any teacher, by its number in the week. */
export function slotStart(week: number, slot: number): Instant {
  const day = addDays(firstMonday(), (week - 1) * 7 + Math.floor(slot / SLOTS_A_DAY));
  const minute = OPENS_MINUTE + (slot % SLOTS_A_DAY) * 30;
  return instantAt(day, wallTimeFromMinutes(minute), ZONE);
}

/** One lesson that somebody wants. */
export type Wish = { student: number; week: number; startsAt: string };

export function wishOf(student: number, week: number, slot: number): Wish {
  return { student, week, startsAt: isoFromInstant(slotStart(week, slot)) };
}
