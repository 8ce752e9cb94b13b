import { describe, expect, test } from "vitest";
import { AUCKLAND, closure, pianoFoundation, SYDNEY } from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { isoFromInstant, HOUR_MS } from "@/lib/time/instant";
import { asTimeZone, wallTimeAt } from "@/lib/time/zone";
import type { CourseKind, CourseTimes } from "./course-lessons";
import { lessonDaysOf, placeholdersOf } from "./course-lessons";

function courseOf(kind: CourseKind, changes: Parameters<typeof pianoFoundation>[0] = {}) {
  const facts = pianoFoundation(changes);
  return { ...facts, course: { ...facts.course, kind } } satisfies CourseTimes;
}

describe("16:00 stays 16:00 across the October and April changes", () => {
  test.each([
    ["Sydney, first Sunday of October", SYDNEY, "2026-09-28", "06:00", "05:00"],
    ["Sydney, first Sunday of April", SYDNEY, "2026-03-30", "05:00", "06:00"],
    ["Auckland, last Sunday of September", AUCKLAND, "2026-09-21", "04:00", "03:00"],
    ["Auckland, first Sunday of April", AUCKLAND, "2026-03-30", "03:00", "04:00"],
    [
      "Brisbane, which does not change",
      asTimeZone("Australia/Brisbane"),
      "2026-09-28",
      "06:00",
      "06:00",
    ],
  ])("%s", (_, timeZone, monday, before, after) => {
    const startsOn = asDay(monday);
    const term = { startsOn, endsOn: asDay(monday.slice(0, 4) + "-12-18") };
    const lessons = lessonDaysOf(courseOf("GROUP", { school: { timeZone }, term })).slice(0, 2);
    expect(lessons.map((one) => isoFromInstant(one.startsAt).slice(11, 16))).toEqual([
      before,
      after,
    ]);
    for (const one of lessons) {
      expect(wallTimeAt(one.startsAt, timeZone)).toBe("16:00");
      expect(one.endsAt - one.startsAt).toBe(HOUR_MS);
    }
  });
});

test.each(["GROUP", "BAND", "INDIVIDUAL"] as const)(
  "A course of kind %s has its lessons as rows from the start, one a week",
  (kind) => {
    const days = lessonDaysOf(courseOf(kind)).map(({ day }) => day);
    expect(days).toHaveLength(10);
    expect(days.slice(0, 2)).toEqual(["2026-10-12", "2026-10-19"]);
  },
);

test("A hybrid course's individual lessons exist only when booked", () => {
  const facts = courseOf("HYBRID");
  const weeks = lessonDaysOf(facts, facts.plan).map(({ week }) => week);
  expect(weeks).toEqual([1, 2, 3, 5, 6, 7, 9]);
});

test("A one-off has no weekly lessons", () => {
  expect(lessonDaysOf(courseOf("ONE_OFF"))).toEqual([]);
});

test("No lesson falls on a closure, before the term's first day or after its last", () => {
  const term = { startsOn: asDay("2026-10-14"), endsOn: asDay("2026-12-11") };
  const closures = [closure("2026-11-09")];
  const lessons = lessonDaysOf(courseOf("GROUP", { term, closures }));
  expect(lessons.map(({ week }) => week)).toEqual([2, 3, 4, 6, 7, 8, 9]);
});

test("In an individual week the placeholder stands at the group time", () => {
  const facts = courseOf("HYBRID", { closures: [closure("2026-12-14")] });
  const placeholders = placeholdersOf(facts, facts.plan);
  expect(placeholders.map(({ day }) => day)).toEqual(["2026-11-02", "2026-11-30"]);
  expect(placeholders.map((one) => wallTimeAt(one.startsAt, SYDNEY))).toEqual(["16:00", "16:00"]);
});
