import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { asDay, dayFromNumber } from "./day";
import { asInstant, isoFromInstant, parseInstant } from "./instant";
import { asWallTime, wallTimeFromMinutes } from "./wall-time";
import { asTimeZone, dayAt, instantAt, isTimeZone, wallTimeAt } from "./zone";

function isoOf(day: string, time: string, zone: string): string {
  return isoFromInstant(instantAt(asDay(day), asWallTime(time), asTimeZone(zone)));
}

describe("wall-clock time", () => {
  test.each([
    ["Australia/Sydney", "2026-10-01", "16:00", "2026-10-01T06:00:00Z"],
    ["Australia/Sydney", "2026-10-04", "16:00", "2026-10-04T05:00:00Z"],
    ["Australia/Sydney", "2026-10-08", "16:00", "2026-10-08T05:00:00Z"],
    ["Australia/Sydney", "2026-04-02", "16:00", "2026-04-02T05:00:00Z"],
    ["Australia/Sydney", "2026-04-05", "16:00", "2026-04-05T06:00:00Z"],
    ["Australia/Sydney", "2026-04-09", "16:00", "2026-04-09T06:00:00Z"],
    ["Pacific/Auckland", "2026-09-24", "16:00", "2026-09-24T04:00:00Z"],
    ["Pacific/Auckland", "2026-10-01", "16:00", "2026-10-01T03:00:00Z"],
    ["Pacific/Auckland", "2026-04-02", "16:00", "2026-04-02T03:00:00Z"],
    ["Pacific/Auckland", "2026-04-09", "16:00", "2026-04-09T04:00:00Z"],
    ["Australia/Brisbane", "2026-10-08", "16:00", "2026-10-08T06:00:00Z"],
    ["Australia/Perth", "2026-10-08", "16:00", "2026-10-08T08:00:00Z"],
    ["UTC", "2026-10-08", "16:00", "2026-10-08T16:00:00Z"],
    ["Australia/Sydney", "2026-10-03", "24:00", "2026-10-03T14:00:00Z"],
  ])("in %s on %s, %s is %s", (zone, day, time, iso) => {
    expect(isoOf(day, time, zone)).toBe(iso);
  });

  test("a time that the clocks skip is taken an hour later, one shown twice the first time", () => {
    expect(isoOf("2026-10-04", "02:30", "Australia/Sydney")).toBe("2026-10-03T16:30:00Z");
    expect(isoOf("2026-04-05", "02:30", "Australia/Sydney")).toBe("2026-04-04T15:30:00Z");
  });

  test("the same moment is another day and time in another zone", () => {
    const moment = parseInstant("2026-10-01T13:30:00Z") ?? asInstant(0);
    expect(dayAt(moment, asTimeZone("Australia/Sydney"))).toBe("2026-10-01");
    expect(wallTimeAt(moment, asTimeZone("Australia/Sydney"))).toBe("23:30");
    expect(dayAt(moment, asTimeZone("Pacific/Auckland"))).toBe("2026-10-02");
    expect(wallTimeAt(moment, asTimeZone("America/New_York"))).toBe("09:30");
  });

  test.each(["Mars/Base", "", "+10:00", "sydney", "Australia/Sydney ", "<b>"])(
    "%j is no time zone",
    (text) => {
      expect(isTimeZone(text)).toBe(false);
    },
  );

  test("the quick way agrees with Temporal for every day, time and zone", () => {
    const zones = ["Australia/Sydney", "Pacific/Auckland", "Australia/Lord_Howe", "Europe/London"];
    const days = fc.integer({ min: 18_000, max: 24_000 }).map(dayFromNumber);
    const times = fc.integer({ min: 0, max: 1439 }).map(wallTimeFromMinutes);
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, times, (name, day, time) => {
        const zone = asTimeZone(name);
        const there = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(name);
        const instant = instantAt(day, time, zone);
        expect(instant).toBe(there.epochMilliseconds);
        expect(dayAt(instant, zone)).toBe(there.toPlainDate().toString());
        expect(wallTimeAt(instant, zone)).toBe(there.toPlainTime().toString().slice(0, 5));
      }),
      { numRuns: 300 },
    );
  });
});
