import fc from "fast-check";
import { expect, test } from "vitest";
import { pianoFoundation, planOf, room, SYDNEY } from "@/lib/testing/piano-foundation";
import { addDays, asDay, weekdayOf, type Day, type Weekday } from "@/lib/time/day";
import { HOUR_MS, MINUTE_MS, plusMinutes, type Instant } from "@/lib/time/instant";
import { minutesOfDay, wallTimeFromMinutes } from "@/lib/time/wall-time";
import { dayAt, instantAt, wallTimeAt } from "@/lib/time/zone";
import type { SlotFacts } from "./slot-facts";
import { explainStart, slotsOfWeek } from "./slots";

/** The Monday before one of Sydney's clock changes; the term begins the day after. */
const MONDAYS = fc.constantFrom(asDay("2026-09-28"), asDay("2026-03-30"));
const STEP = 5;

const weeks = fc.integer({ min: 1, max: 3 });
const weekdays = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday);
const places = fc.constantFrom("newtown", "glebe");

/** A plain value three times of four, so that most weeks have slots. */
function mostly<T>(plain: T, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(plain) }, { weight: 1, arbitrary: odd });
}

function ticks(min: number, max: number) {
  return fc.integer({ min: min / STEP, max: max / STEP }).map((n) => n * STEP);
}

const spans = fc.tuple(ticks(8 * 60, 18 * 60), ticks(15, 6 * 60)).map(([from, length]) => ({
  startTime: wallTimeFromMinutes(from),
  endTime: wallTimeFromMinutes(from + length),
}));

function factsAround(monday: Day): fc.Arbitrary<SlotFacts> {
  const days = fc.integer({ min: 0, max: 20 }).map((n) => addDays(monday, n));
  const windows = fc.array(
    fc.record({
      span: spans,
      weekday: weekdays,
      locationId: fc.constantFrom("newtown", "newtown", "newtown", "glebe"),
      validFrom: mostly(monday, days),
      validUntil: mostly(null, days),
    }),
    { minLength: 2, maxLength: 9 },
  );
  const exceptions = fc.array(fc.record({ span: spans, on: days, locationId: places }), {
    maxLength: 3,
  });
  const lessons = fc
    .array(fc.record({ on: days, span: spans, locationId: places }), { maxLength: 6 })
    .map((list) =>
      list.map(({ on, span, locationId }, index) => {
        const startsAt = instantAt(on, span.startTime, SYDNEY);
        const roomId = index % 2 === 0 ? "studio" : "booth";
        const endsAt = plusMinutes(startsAt, 45);
        return { lessonId: `lesson-${index}`, startsAt, endsAt, locationId, roomId };
      }),
    );

  return fc
    .record({
      windows,
      extras: exceptions,
      blocks: exceptions,
      teacherLessons: lessons,
      studentLessons: lessons,
      roomLessons: lessons,
      closed: fc.array(
        days.chain((from) => fc.tuple(fc.constant(from), mostly(from, days))),
        { maxLength: 2 },
      ),
      plan: fc.array(mostly("I", fc.constantFrom("G", "-")), { minLength: 3, maxLength: 3 }),
      bufferMinutes: ticks(0, 20),
      travelGapMinutes: ticks(0, 40),
      slotStepMinutes: fc.constantFrom(null, 5, 10, 15, 30),
      lessonMinutes: fc.constantFrom(30, 45, 60),
      from: mostly(monday, days),
      until: mostly(null, days),
    })
    .map((some) =>
      pianoFoundation({
        term: { startsOn: addDays(monday, 1), endsOn: addDays(monday, 18) },
        plan: planOf(some.plan.join("")),
        windows: some.windows.map(({ span, ...rest }) => ({ ...rest, ...span })),
        extras: some.extras.map(({ span, ...rest }) => ({ ...rest, ...span })),
        blocks: some.blocks.map(({ span, ...rest }) => ({ ...rest, ...span })),
        closures: some.closed.map(([startsOn, endsOn]) => ({
          startsOn,
          endsOn,
          locationId: null,
          name: "Closed",
        })),
        teacherLessons: some.teacherLessons,
        studentLessons: some.studentLessons,
        rooms: [room("studio", 6), room("booth", 2), room("cave", 1, ["drums"])],
        roomLessons: some.roomLessons,
        school: {
          bufferMinutes: some.bufferMinutes,
          travelGapMinutes: some.travelGapMinutes,
          noticeHours: 24,
        },
        course: { slotStepMinutes: some.slotStepMinutes, lessonMinutes: some.lessonMinutes },
        enrolment: { startsOn: some.from, endsOn: some.until },
      }),
    );
}

const facts = MONDAYS.chain(factsAround);

function mondayOf({ term }: SlotFacts): Day {
  return addDays(term.startsOn, -1);
}

/** Every five minutes of a week. */
function momentsOf(some: SlotFacts, week: number): Instant[] {
  const from = midnightOf(some, (week - 1) * 7);
  const to = midnightOf(some, week * 7);
  const count = (to - from) / MINUTE_MS / STEP;
  return Array.from({ length: count }, (_, index) => plusMinutes(from, index * STEP));
}

/** The beginning of a day, counted from the first Monday. */
function midnightOf(some: SlotFacts, day: number): Instant {
  return instantAt(addDays(mondayOf(some), day), wallTimeFromMinutes(0), SYDNEY);
}

/** The rule again, moment by moment and as plainly as it can be said. */
function isFreeAt(some: SlotFacts, week: number, moment: Instant): boolean {
  const day = dayAt(moment, SYDNEY);
  const minute = minutesOfDay(wallTimeAt(moment, SYDNEY));
  const holds = (span: { startTime: string; endTime: string }) =>
    span.startTime <= wallTimeFromMinutes(minute) && wallTimeFromMinutes(minute) < span.endTime;
  const here = { locationId: some.course.locationId };
  const open =
    some.windows.some(
      (one) =>
        one.locationId === here.locationId &&
        one.weekday === weekdayOf(day) &&
        one.validFrom <= day &&
        (one.validUntil === null || one.validUntil >= day) &&
        holds(one),
    ) ||
    some.extras.some((one) => one.locationId === here.locationId && one.on === day && holds(one)) ||
    (some.plan[week - 1]?.kind !== "GROUP" &&
      weekdayOf(day) === 1 &&
      minute >= 16 * 60 &&
      minute < 17 * 60);
  const blocked = some.blocks.some((one) => one.on === day && holds(one));
  return open && !blocked && !isClosedOn(some, day);
}

function isClosedOn(some: SlotFacts, day: Day): boolean {
  return some.closures.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

function expectedStarts(some: SlotFacts, week: number, now: Instant): Instant[] {
  const { enrolment, course, school } = some;
  const monday = addDays(mondayOf(some), (week - 1) * 7);
  const enrolled = (day: Day) =>
    enrolment.startsOn <= day && (enrolment.endsOn === null || day <= enrolment.endsOn);
  if (some.plan[week - 1]?.kind !== "INDIVIDUAL" || !enrolled(monday)) return [];
  const length = course.lessonMinutes;
  const step = course.slotStepMinutes ?? length;
  let freeSince: Instant | null = null;
  return momentsOf(some, week).filter((startsAt) => {
    if (!isFreeAt(some, week, startsAt)) {
      freeSince = null;
      return false;
    }
    freeSince ??= startsAt;
    const endsAt = plusMinutes(startsAt, length);
    const day = dayAt(startsAt, SYDNEY);
    const whole = Array.from({ length: length / STEP }, (_, n) => plusMinutes(startsAt, n * STEP));
    const apart = (other: { startsAt: Instant; endsAt: Instant }, minutes: number) =>
      endsAt + minutes * MINUTE_MS <= other.startsAt ||
      other.endsAt + minutes * MINUTE_MS <= startsAt;
    const gapTo = (locationId: string) =>
      locationId === "newtown"
        ? school.bufferMinutes
        : Math.max(school.bufferMinutes, school.travelGapMinutes);
    return (
      (startsAt - freeSince) % (step * MINUTE_MS) === 0 &&
      whole.every((moment) => isFreeAt(some, week, moment)) &&
      some.term.startsOn <= day &&
      day <= some.term.endsOn &&
      enrolled(day) &&
      startsAt - now >= 24 * HOUR_MS &&
      some.teacherLessons.every((other) => apart(other, gapTo(other.locationId))) &&
      some.studentLessons.every((other) => apart(other, 0)) &&
      ["studio", "booth"].some((id) =>
        some.roomLessons.every((other) => other.roomId !== id || apart(other, 0)),
      )
    );
  });
}

/** Minutes after the Sunday before the first Monday; null is long before. */
const nows = mostly(null, fc.integer({ min: 0, max: 21 * 24 * 60 }));

function nowOf(some: SlotFacts, minutes: number | null): Instant {
  return minutes === null ? midnightOf(some, -30) : plusMinutes(midnightOf(some, -1), minutes);
}

test("Slots are exactly the starts that the rules allow, also around both clock changes", () => {
  let found = 0;
  fc.assert(
    fc.property(facts, weeks, nows, (some, week, minutes) => {
      const now = nowOf(some, minutes);
      const starts = slotsOfWeek(some, { week, now }).map((slot) => slot.startsAt);
      found += starts.length;
      expect(starts).toEqual(expectedStarts(some, week, now));
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(500);
});

test("One start is allowed exactly when it is among the slots", () => {
  fc.assert(
    fc.property(facts, weeks, nows, (some, week, minutes) => {
      const query = { week, now: nowOf(some, minutes) };
      const listed = new Set(slotsOfWeek(some, query).map((slot) => slot.startsAt));
      const around = [
        nowOf(some, null),
        ...momentsOf(some, week).filter((_, n) => n % 3 === 0),
        ...listed,
      ];
      for (const startsAt of around) {
        expect(explainStart(some, query, startsAt).ok).toBe(listed.has(startsAt));
      }
    }),
    { numRuns: 25 },
  );
});

test("A slot's room is free for the whole lesson and fit for the instrument", () => {
  fc.assert(
    fc.property(facts, weeks, (some, week) => {
      for (const slot of slotsOfWeek(some, { week, now: nowOf(some, null) })) {
        expect(slot.roomIds[0]).toBe(slot.roomId);
        expect(slot.roomIds).not.toContain("cave");
        const inside = some.roomLessons.filter((other) => slot.roomIds.includes(other.roomId));
        const free = inside.every(
          (other) => other.endsAt <= slot.startsAt || slot.endsAt <= other.startsAt,
        );
        expect(free).toBe(true);
      }
    }),
  );
});
