import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, asDay, dayFromNumber, weekdayOf, type Weekday } from "@/lib/time/day";
import { dayInWeek, isInTerm, termWeeks, weekOfDay } from "./term-weeks";

const tenWeeks = { startsOn: asDay("2026-10-12"), endsOn: asDay("2026-12-18") };
const fromThursday = { startsOn: asDay("2026-10-15"), endsOn: asDay("2026-12-16") };

const weekdays = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday);
const terms = fc
  .tuple(fc.integer({ min: 20_000, max: 22_000 }), fc.integer({ min: 0, max: 90 }))
  .map(([first, days]) => ({
    startsOn: dayFromNumber(first),
    endsOn: dayFromNumber(first + days),
  }));

test("Week 1 is the calendar week that holds the term's first day", () => {
  expect(termWeeks(tenWeeks, 1)).toHaveLength(10);
  expect(termWeeks(fromThursday, 1)[0]).toEqual({ week: 1, from: "2026-10-12", to: "2026-10-18" });
  expect(termWeeks(fromThursday, 1).at(-1)).toMatchObject({ week: 10, from: "2026-12-14" });
});

test("Weeks begin on the school's week start", () => {
  expect(termWeeks(tenWeeks, 7)[0]).toEqual({ week: 1, from: "2026-10-11", to: "2026-10-17" });
  expect(weekOfDay(tenWeeks, 1, asDay("2026-10-18"))).toBe(1);
  expect(weekOfDay(tenWeeks, 7, asDay("2026-10-18"))).toBe(2);
  expect(dayInWeek(tenWeeks, 7, { week: 1, weekday: 6 })).toBe("2026-10-17");
});

test("A day outside the term's weeks has no week", () => {
  expect(weekOfDay(tenWeeks, 1, asDay("2026-10-11"))).toBeNull();
  expect(weekOfDay(tenWeeks, 1, asDay("2026-12-20"))).toBe(10);
  expect(weekOfDay(tenWeeks, 1, asDay("2026-12-21"))).toBeNull();
});

test("Week numbers run without gaps and every day of the term lies in exactly one week", () => {
  fc.assert(
    fc.property(terms, weekdays, weekdays, (term, weekStart, weekday) => {
      const weeks = termWeeks(term, weekStart);
      expect(weeks.map(({ week }) => week)).toEqual(weeks.map((_, index) => index + 1));
      for (let day = term.startsOn; isInTerm(term, day); day = addDays(day, 1)) {
        const holding = weeks.filter(({ from, to }) => from <= day && day <= to);
        expect(holding.map(({ week }) => week)).toEqual([weekOfDay(term, weekStart, day)]);
      }
      for (const { week, from, to } of weeks) {
        const day = dayInWeek(term, weekStart, { week, weekday });
        expect(weekdayOf(from)).toBe(weekStart);
        expect([weekdayOf(day), from <= day && day <= to]).toEqual([weekday, true]);
      }
    }),
  );
});
