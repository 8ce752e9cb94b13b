import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { firstDayOfSchoolWeek } from "./school-week";

describe("the week that a calendar shows", () => {
  it.each([
    ["2026-11-23", 1, "2026-11-23"],
    ["2026-11-29", 1, "2026-11-23"],
    ["2026-11-29", 7, "2026-11-29"],
    ["2026-11-28", 7, "2026-11-22"],
  ] as const)("of %s with weeks from weekday %i begins on %s", (day, weekStart, first) => {
    expect(firstDayOfSchoolWeek(asDay(day), weekStart)).toBe(first);
  });
});
