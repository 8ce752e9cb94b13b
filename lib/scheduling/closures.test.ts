import { expect, test } from "vitest";
import { closure, pianoFoundation } from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { closedDayOfCourse, hasOpenDay, isClosed } from "./closures";

const term = { startsOn: asDay("2026-10-14"), endsOn: asDay("2026-12-16") };

test("A closure holds from its first to its last day, for the whole school", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"].map(asDay);
  const closed = days.map((day) => isClosed(day, "newtown", [closure("2026-11-02", "2026-11-03")]));
  expect(closed).toEqual([false, true, true, false]);
});

test("A closure of one location leaves the other open", () => {
  const closures = [closure("2026-11-02", "2026-11-02", "newtown")];
  expect(isClosed(asDay("2026-11-02"), "newtown", closures)).toBe(true);
  expect(isClosed(asDay("2026-11-02"), "glebe", closures)).toBe(false);
});

test("A closure on the course's weekday is shown with its name", () => {
  const facts = pianoFoundation({ closures: [closure("2026-11-02")] });
  expect(closedDayOfCourse(facts, 4)).toEqual({ reason: "closure", name: "Holiday" });
  expect(closedDayOfCourse(facts, 5)).toBeNull();
});

test("A weekday before the first day or after the last shows like a closure", () => {
  const monday = pianoFoundation({ term });
  expect(closedDayOfCourse(monday, 1)).toEqual({ reason: "outside-term" });
  expect(closedDayOfCourse(monday, 2)).toBeNull();
  const friday = pianoFoundation({ term, course: { weekday: 5 } });
  expect(closedDayOfCourse(friday, 1)).toBeNull();
  expect(closedDayOfCourse(friday, 10)).toEqual({ reason: "outside-term" });
});

test.each([
  ["all days of the term's week", [closure("2026-11-02", "2026-11-08")], false],
  ["all but Saturday", [closure("2026-11-02", "2026-11-06"), closure("2026-11-08")], true],
  ["all days, at the other location", [closure("2026-11-02", "2026-11-08", "glebe")], true],
])("A week with closures on %s has an open day: %s", (_, closures, open) => {
  expect(hasOpenDay(pianoFoundation({ closures }), 4)).toBe(open);
});

test("A day outside the term is no open day", () => {
  const closures = [closure("2026-10-14", "2026-10-18")];
  expect(hasOpenDay(pianoFoundation({ term, closures }), 1)).toBe(false);
});
