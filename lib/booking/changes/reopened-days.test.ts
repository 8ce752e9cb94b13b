import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { asInstant } from "@/lib/time/instant";
import { reopenedFrom } from "./reopened-days";

const TODAY = asDay("2026-11-03");
const TOMORROW = asDay("2026-11-04");
const lesson = (day: typeof TODAY, at: number) => ({ day, startsAt: asInstant(at) });

describe("the first day that is open again", () => {
  it.each([
    ["the day itself, when no lesson of it has begun", [lesson(TODAY, 11)], TODAY],
    ["the next one, when one of its lessons would be under way", [lesson(TODAY, 10)], TOMORROW],
    ["the day itself, when it has no lessons", [lesson(TOMORROW, 99)], TODAY],
  ])("is %s", (_title, lessons, opensOn) => {
    expect(reopenedFrom(TODAY, lessons, asInstant(10))).toBe(opensOn);
  });
});
