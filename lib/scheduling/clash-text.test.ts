import { expect, it } from "vitest";
import { asInstant } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { clashText } from "./clash-text";

const SYDNEY = { timeZone: asTimeZone("Australia/Sydney"), locale: "en-AU" };
const endsAt = asInstant(Date.UTC(2026, 10, 2, 6, 0));

it.each([
  ["room", "Studio A", "Piano Level 3 has Studio A until 5:00 pm on Mon 2 Nov."],
  ["teacher", "Floyd Reed", "Floyd Reed teaches Piano Level 3 until 5:00 pm on Mon 2 Nov."],
  ["student", "Mia Chen", "Mia Chen is in Piano Level 3 until 5:00 pm on Mon 2 Nov."],
] as const)("a clash of a %s names the lesson that is in the way", (who, name, text) => {
  expect(clashText({ who, name, courseName: "Piano Level 3", endsAt }, SYDNEY)).toBe(text);
});
