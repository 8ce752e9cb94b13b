import type { SlotFacts } from "@/lib/booking/slots/slot-facts";
import type { Slot } from "@/lib/booking/slots/slots";
import type { WeekKind, WeekPlan } from "@/lib/scheduling/week-plan";
import { asDay } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";

export const SYDNEY = asTimeZone("Australia/Sydney");
export const AUCKLAND = asTimeZone("Pacific/Auckland");

/** Long before the term. */
export const EARLY = at("2026-09-01", "09:00");

/** "G" group, "I" individual, "-" none, week by week. */
export function planOf(letters: string): WeekPlan {
  const kinds: Record<string, WeekKind> = { G: "GROUP", I: "INDIVIDUAL" };
  return [...letters].map((letter, index) => ({ week: index + 1, kind: kinds[letter] ?? "NONE" }));
}

/** The moment of a wall time in a zone. */
export function at(day: string, time: string, zone = SYDNEY): Instant {
  return instantAt(asDay(day), asWallTime(time), zone);
}

/** A lesson on a day from a wall time to another. */
export function lesson(day: string, from: string, to: string) {
  return { lessonId: `${day} ${from}`, startsAt: at(day, from), endsAt: at(day, to) };
}

/** Open time on a weekday, for ever. */
export function weekly(weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, from: string, to: string) {
  const [startTime, endTime] = [asWallTime(from), asWallTime(to)];
  const validFrom = asDay("2026-01-01");
  return { locationId: "newtown", weekday, startTime, endTime, validFrom, validUntil: null };
}

/** Open or blocked time on one day. */
export function dated(on: string, from: string, to: string) {
  const [startTime, endTime] = [asWallTime(from), asWallTime(to)];
  return { on: asDay(on), locationId: "newtown", startTime, endTime };
}

export function closure(startsOn: string, endsOn = startsOn, locationId: string | null = null) {
  return { startsOn: asDay(startsOn), endsOn: asDay(endsOn), locationId, name: "Holiday" };
}

export function room(id: string, capacity: number, instruments: string[] = []) {
  return { id, name: id, capacity, instruments };
}

type Changes = Partial<Omit<SlotFacts, "school" | "course" | "enrolment">> & {
  school?: Partial<SlotFacts["school"]>;
  course?: Partial<SlotFacts["course"]>;
  enrolment?: Partial<SlotFacts["enrolment"]>;
};

/**
 * "Piano Foundation 1" in a term of ten weeks from Monday 12 October 2026: Mondays 16:00-17:00,
 * individual (45 minutes) in weeks 4, 8 and 10, the first on 2 November. The teacher is free at
 * the group time alone; each test opens what it needs.
 */
export function pianoFoundation({ school, course, enrolment, ...changes }: Changes = {}) {
  return {
    school: { ...SCHOOL, ...school },
    term: { startsOn: asDay("2026-10-12"), endsOn: asDay("2026-12-18") },
    course: { ...COURSE, ...course },
    plan: planOf("GGGIGGGIGI"),
    closures: [],
    windows: [],
    extras: [],
    blocks: [],
    teacherLessons: [],
    studentLessons: [],
    rooms: [room("studio", 6)],
    roomLessons: [],
    enrolment: { ...ENROLMENT, ...enrolment },
    siblingLessons: [],
    ...changes,
  } satisfies SlotFacts;
}

/** "2026-11-02 16:00" for each slot. */
export function startsOf(slots: readonly Slot[]): string[] {
  return slots.map((slot) => `${slot.day} ${slot.time}`);
}

/** "16:00" for each slot. */
export function timesOf(slots: readonly Slot[]): string[] {
  return slots.map((slot) => slot.time);
}

const SCHOOL: SlotFacts["school"] = {
  timeZone: SYDNEY,
  weekStart: 1,
  noticeHours: 24,
  bufferMinutes: 0,
  travelGapMinutes: 0,
  moveToOtherDays: false,
};
const COURSE: SlotFacts["course"] = {
  id: "piano-foundation-1",
  teacherId: "alice",
  locationId: "newtown",
  roomId: "studio",
  instrument: "piano",
  weekday: 1,
  startTime: asWallTime("16:00"),
  groupMinutes: 60,
  lessonMinutes: 45,
  slotStepMinutes: 15,
  windowOpensAt: null,
  windowClosesAt: null,
};
const ENROLMENT: SlotFacts["enrolment"] = {
  id: "enrolment-1",
  studentId: "mia",
  startsOn: asDay("2026-10-12"),
  endsOn: null,
  bookUntil: null,
};
