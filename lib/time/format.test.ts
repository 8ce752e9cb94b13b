import { expect, test } from "vitest";
import { asDay } from "./day";
import { formatDateTime, formatDay, formatTime, formatTimeRange } from "./format";
import { asWallTime } from "./wall-time";
import { asTimeZone, instantAt } from "./zone";

const sydney = asTimeZone("Australia/Sydney");
const day = asDay("2026-11-30");
const startsAt = instantAt(day, asWallTime("16:00"), sydney);
const endsAt = instantAt(day, asWallTime("16:45"), sydney);

test.each([
  ["en-AU", "short", "Mon 30 Nov"],
  ["en-NZ", "short", "Mon 30 Nov"],
  ["en-AU", "long", "Monday 30 November 2026"],
  ["en-NZ", "long", "Monday 30 November 2026"],
  ["en-AU", "weekday", "Monday"],
] as const)("a day for %s, %s: %s", (locale, style, text) => {
  expect(formatDay(day, locale, style)).toBe(text);
});

test("times are the school's, with plain spaces", () => {
  expect(formatTime(startsAt, sydney, "en-AU")).toBe("4:00 pm");
  expect(formatTimeRange({ startsAt, endsAt }, sydney, "en-AU")).toBe("4:00 – 4:45 pm");
  const midnight = instantAt(day, asWallTime("24:00"), sydney);
  const evening = instantAt(day, asWallTime("23:15"), sydney);
  const late = { startsAt: evening, endsAt: midnight };
  expect(formatTimeRange(late, sydney, "en-AU")).toBe("11:15 pm – 12:00 am");
  expect(formatDateTime(startsAt, sydney, "en-AU")).toBe("Mon 30 Nov, 4:00 pm");
});
