import { describe, expect, it } from "vitest";
import { weekOfDay } from "@/lib/scheduling/term-weeks";
import { addDays, asDay, daysBetween, weekdayOf } from "@/lib/time/day";
import { calendarAround } from "./calendar";

const YEAR = Array.from({ length: 730 }, (_, index) => addDays(asDay("2026-01-01"), index));

describe("the demo calendar", () => {
  it("has a term under way on any day, in week 2, with weeks 4, 8 and 10 ahead", () => {
    for (const today of YEAR) {
      const { current } = calendarAround(today);
      expect(weekOfDay(current, 1, today)).toBe(2);
      expect(weekOfDay(current, 1, current.endsOn)).toBe(10);
    }
  });

  it("has four terms of ten weeks that never meet, each with its own name", () => {
    for (const today of YEAR) {
      const { earlier, current, next } = calendarAround(today);
      const terms = [...earlier, current, next];
      expect(new Set(terms.map(({ name }) => name)).size).toBe(4);
      for (const [index, term] of terms.entries()) {
        expect(weekdayOf(term.startsOn)).toBe(1);
        const before = terms[index - 1];
        if (before) expect(daysBetween(before.endsOn, term.startsOn)).toBe(16);
      }
    }
  });
});
