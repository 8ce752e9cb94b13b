import { expect, it } from "vitest";
import { wholeNumber } from "./whole-number";

const hours = wholeNumber({ least: 0, most: 336, of: "hours" });

it.each([
  ["0", 0],
  [" 24 ", 24],
  [24, 24],
])("%j is a number", (typed, number) => {
  expect(hours.parse(typed)).toBe(number);
});

it.each([
  ["", "Give a number of hours."],
  ["  ", "Give a number of hours."],
  [null, "Give a number of hours."],
  [undefined, "Give a number of hours."],
  ["soon", "Give a number of hours."],
  ["1.5", "Give a whole number."],
  ["-1", "This cannot be below zero."],
  ["337", "At most 336."],
])("%j is asked for again: %s", (typed, words) => {
  expect(hours.safeParse(typed).error?.issues[0]?.message).toBe(words);
});
