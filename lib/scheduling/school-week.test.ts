import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { firstDayOfSchoolWeek, weekOfAddress } from "./school-week";

describe("the week that a calendar shows", () => {
  it.each([
    ["2026-11-23", 1, "2026-11-23"],
    ["2026-11-29", 1, "2026-11-23"],
    ["2026-11-29", 7, "2026-11-29"],
    ["2026-11-28", 7, "2026-11-22"],
  ] as const)("of %s with weeks from weekday %i begins on %s", (day, weekStart, first) => {
    expect(firstDayOfSchoolWeek(asDay(day), weekStart)).toBe(first);
  });

  it("is this week when the address names none or nonsense", () => {
    const today = asDay("2026-11-25");
    for (const asked of [undefined, "soon", ["2026-01-01"], "2026-02-30"]) {
      expect(weekOfAddress(asked, today, 1)).toBe("2026-11-23");
    }
    expect(weekOfAddress("2027-01-02", today, 1)).toBe("2026-12-28");
  });
});
