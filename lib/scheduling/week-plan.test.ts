import fc from "fast-check";
import { expect, test } from "vitest";
import { closure, pianoFoundation, planOf } from "@/lib/testing/piano-foundation";
import { addDays, asDay } from "@/lib/time/day";
import { isClosed } from "./closures";
import { dayInWeek, daysOfWeek, isInTerm } from "./term-weeks";
import { countPlan, kindOfWeek, plannedWeeks, weeksTaught } from "./week-plan";

const plan = planOf("GGGIGGGIGI");

function taught(facts: Parameters<typeof weeksTaught>[1]): number[] {
  return weeksTaught(plan, facts).map(({ week }) => week);
}

test("Piano Foundation 1 counts 7 group, 3 individual", () => {
  expect(countPlan(plan, pianoFoundation())).toEqual({
    group: 7,
    individual: 3,
    none: 0,
    groupClosed: 0,
    individualClosed: 0,
  });
});

test("A closure on the course's weekday cancels a group week", () => {
  const facts = pianoFoundation({ closures: [closure("2026-10-19")] });
  expect(taught(facts)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(countPlan(plan, facts)).toMatchObject({ group: 6, groupClosed: 1, individual: 3 });
});

test("A closure on another day leaves a group week alone", () => {
  expect(taught(pianoFoundation({ closures: [closure("2026-10-20")] }))).toHaveLength(10);
});

test("An individual week stays owed while any of its days is open at the location", () => {
  expect(taught(pianoFoundation({ closures: [closure("2026-11-02", "2026-11-07")] }))).toContain(4);
});

test("An individual week whose every day is closed at the location is not owed", () => {
  const facts = pianoFoundation({ closures: [closure("2026-11-02", "2026-11-08", "newtown")] });
  expect(taught(facts)).not.toContain(4);
  expect(countPlan(plan, facts)).toMatchObject({ individual: 2, individualClosed: 1 });
});

test("Numbers never skip a closed week", () => {
  const facts = pianoFoundation({ closures: [closure("2026-10-26", "2026-11-08")] });
  expect(plannedWeeks(plan, facts).map(({ week }) => week)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(taught(facts)).toEqual([1, 2, 5, 6, 7, 8, 9, 10]);
});

test("A week that the plan does not name has no lesson", () => {
  expect(kindOfWeek([], 3)).toBe("NONE");
  expect(weeksTaught([], pianoFoundation())).toEqual([]);
});

test("Whatever is planned and closed, taught weeks are those with an open day that counts", () => {
  const closures = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 8 }))
      .map(([from, days]) =>
        closure(addDays(asDay("2026-10-10"), from), addDays(asDay("2026-10-10"), from + days)),
      ),
    { maxLength: 6 },
  );
  const letters = fc.array(fc.constantFrom("G", "I", "-"), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(letters, closures, (kinds, closed) => {
      const any = planOf(kinds.join(""));
      const facts = pianoFoundation({ closures: closed });
      const isOpen = (day: Parameters<typeof isClosed>[0]) =>
        isInTerm(facts.term, day) && !isClosed(day, "newtown", closed);
      const weeks = plannedWeeks(any, facts);
      for (const { week, kind, taught: isTaught } of weeks) {
        const days = daysOfWeek(facts.term, 1, week);
        const monday = dayInWeek(facts.term, 1, { week, weekday: 1 });
        const counting = { GROUP: [monday], INDIVIDUAL: days, NONE: [] }[kind];
        expect(isTaught).toBe(counting.some(isOpen));
      }
      const count = countPlan(any, facts);
      expect(Object.values(count).reduce((sum, n) => sum + n, 0)).toBe(10);
    }),
  );
});
