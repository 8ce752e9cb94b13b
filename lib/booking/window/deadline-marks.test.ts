import { expect, it } from "vitest";
import { plusHours, type Instant } from "@/lib/time/instant";
import { dueMark } from "./deadline-marks";

const CLOSES = 1_760_000_000_000 as Instant;
const before = (hours: number) => plusHours(CLOSES, -hours);

it.each([
  ["long before", 240, 73, null],
  ["at the first mark", 240, 72, 72],
  ["between the marks", 240, 25, 72],
  ["at the second mark", 240, 24, 24],
  ["shortly before, with both marks missed: once", 240, 1, 24],
  ["at the close", 240, 0, null],
  ["after it", 240, -1, null],
  ["in a window of two days, at what would be its first mark", 48, 48, null],
  ["in a window of two days, at its second mark", 48, 24, 24],
  ["in a window that opened at its first mark", 72, 72, 72],
  ["in a window of a few hours", 5, 2, null],
])("%s (opened %d h, now %d h before the close): %s", (_when, opened, now, mark) => {
  const window = { opensAt: before(opened), closesAt: CLOSES };
  expect(dueMark(window, before(now))).toBe(mark);
});
