import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  asDay,
  dateFromDay,
  dayFromDate,
  dayFromNumber,
  daysBetween,
  daysFromTo,
  parseDay,
  weekdayOf,
} from "./day";

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map(dayFromNumber);

describe("days", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "", "0000-01-01", "2026-01-01Z"])(
    "%j is no day",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test("weekdays run from Monday (1) to Sunday (7)", () => {
    const week = daysFromTo(asDay("2026-10-05"), asDay("2026-10-11"));
    expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdayOf(asDay("1969-12-31"))).toBe(3);
  });

  test("a day never depends on the clocks: 29 February, a new year, a clock change", () => {
    expect(addDays(asDay("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addDays(asDay("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(asDay("2026-10-04"), 1)).toBe("2026-10-05");
  });

  test("adding days and counting them agree, and a day survives the database", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(dayFromDate(dateFromDay(day))).toBe(day);
        expect(day < addDays(day, 1)).toBe(true);
      }),
    );
  });
});
