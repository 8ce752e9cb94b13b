import fc from "fast-check";
import { expect, test } from "vitest";
import { EARLY, lesson, pianoFoundation, weekly } from "@/lib/testing/piano-foundation";
import { asInstant } from "@/lib/time/instant";
import { slotsOfWeek } from "../slots/slots";
import { lessonsThatFit, supplyCheck, supplyFacts } from "./supply-check";

function supply(owed: number, changes: Parameters<typeof pianoFoundation>[0] = {}) {
  const facts = supplyFacts(pianoFoundation(changes));
  const slots = slotsOfWeek(facts, { week: 4, now: EARLY });
  return supplyCheck([{ week: 4, owed, slots }], facts.school.bufferMinutes)[0];
}

test("Opening a window shows per week how many lessons are owed and how many slots fit", () => {
  const windows = [weekly(1, "15:00", "18:00")];
  expect(supply(4, { windows })).toEqual({ week: 4, owed: 4, fits: 4, short: 0 });
});

test("It warns when it cannot work out", () => {
  expect(supply(6, { windows: [weekly(1, "15:00", "18:00")] })).toMatchObject({ short: 2 });
  expect(supply(1)).toMatchObject({ fits: 1, short: 0 });
});

test("Lessons that stand already, and a buffer between lessons, leave fewer", () => {
  const windows = [weekly(1, "15:00", "18:00")];
  const teacherLessons = [{ ...lesson("2026-11-02", "15:30", "16:15"), locationId: "newtown" }];
  expect(supply(4, { windows, teacherLessons })).toMatchObject({ fits: 2, short: 2 });
  expect(supply(4, { windows, school: { bufferMinutes: 10 } })).toMatchObject({ fits: 3 });
});

test("No other choice of slots fits more lessons", () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
  const lengths = fc.integer({ min: 1, max: 8 });
  fc.assert(
    fc.property(starts, lengths, fc.integer({ min: 0, max: 3 }), (minutes, length, buffer) => {
      const slots = minutes.map((minute) => ({
        startsAt: asInstant(minute * 60_000),
        endsAt: asInstant((minute + length) * 60_000),
      }));
      let most = 0;
      for (let choice = 0; choice < 2 ** minutes.length; choice += 1) {
        const taken = minutes.filter((_, bit) => (choice >> bit) % 2 === 1).sort((a, b) => a - b);
        const apart = taken.every(
          (one, n) => n === 0 || one - (taken[n - 1] ?? 0) >= length + buffer,
        );
        if (apart) most = Math.max(most, taken.length);
      }
      expect(lessonsThatFit(slots, buffer)).toBe(most);
    }),
  );
});
