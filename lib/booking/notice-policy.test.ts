import fc from "fast-check";
import { expect, test } from "vitest";
import { at } from "@/lib/testing/piano-foundation";
import { asInstant, HOUR_MS, plusHours } from "@/lib/time/instant";
import { cancelBy, checkNotice, hasNotice } from "./notice-policy";

const START = at("2026-11-02", "16:00");

test.each([
  ["24 hours before, to the millisecond", -24 * HOUR_MS, 24, true],
  ["a millisecond later", -24 * HOUR_MS + 1, 24, false],
  ["at the start, no notice asked", 0, 0, true],
  ["after the start, no notice asked", 1, 0, false],
  ["48 hours asked, 47 left", -47 * HOUR_MS, 48, false],
])("Notice is kept when at least its hours are left: %s", (_, fromStart, hours, kept) => {
  expect(hasNotice(START, asInstant(START + fromStart), hours)).toBe(kept);
});

test.each([
  ["October, the night that is an hour short", "2026-10-04", "2026-10-03T15:00"],
  ["April, the night that is an hour long", "2026-04-05", "2026-04-04T17:00"],
  ["a night without a change", "2026-11-03", "2026-11-02T16:00"],
])("Notice is elapsed hours: %s", (_, day, latest) => {
  const [latestDay = "", latestTime = ""] = latest.split("T");
  expect(cancelBy(at(day, "16:00"), 24)).toBe(at(latestDay, latestTime));
});

test("Too late is refused with its reason", () => {
  expect(checkNotice(START, plusHours(START, -24), 24)).toEqual({ ok: true });
  expect(checkNotice(START, plusHours(START, -23), 24)).toEqual({
    ok: false,
    code: "inside-notice-period",
  });
});

test("What has notice now had it before, and the last moment is cancel-by", () => {
  const moments = fc.integer({ min: 0, max: 4_000_000_000 }).map((ms) => asInstant(ms));
  fc.assert(
    fc.property(moments, moments, fc.integer({ min: 0, max: 168 }), (startsAt, now, hours) => {
      expect(hasNotice(startsAt, now, hours)).toBe(now <= cancelBy(startsAt, hours));
      if (hasNotice(startsAt, now, hours)) {
        expect(hasNotice(startsAt, asInstant(now - 1), hours)).toBe(true);
      }
    }),
  );
});
