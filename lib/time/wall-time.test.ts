import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dateFromWallTime,
  minutesOfDay,
  parseWallTime,
  wallTimeFromDate,
  wallTimeFromMinutes,
} from "./wall-time";

test.each(["24:01", "25:00", "9:00", "16:60", "16:00:30", "", "16.00"])(
  "%j is no wall time",
  (text) => {
    expect(parseWallTime(text)).toBeNull();
  },
);

test("a browser's 16:00:00 is 16:00, and 24:00 is the end of the day", () => {
  expect(parseWallTime("16:00:00")).toBe("16:00");
  expect(minutesOfDay(wallTimeFromMinutes(1440))).toBe(1440);
});

test("every minute of the day survives the text and the database", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      const time = wallTimeFromMinutes(minutes);
      expect(minutesOfDay(time)).toBe(minutes);
      expect(wallTimeFromDate(dateFromWallTime(time))).toBe(time);
    }),
  );
});
