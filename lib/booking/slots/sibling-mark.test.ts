import { expect, test } from "vitest";
import { EARLY, lesson, pianoFoundation, weekly } from "@/lib/testing/piano-foundation";
import { siblingBeside } from "./sibling-mark";
import { slotsOfWeek } from "./slots";

const DAY = "2026-11-02";
const slot = lesson(DAY, "16:00", "16:45");

function sibling(studentName: string, from: string, to: string, locationId = "newtown") {
  return { ...lesson(DAY, from, to), studentName, locationId };
}

test.each([
  ["ends 15 minutes before it", "15:00", "15:45", true],
  ["ends 16 minutes before it", "15:00", "15:44", false],
  ["begins 15 minutes after it", "17:00", "17:45", true],
  ["begins 16 minutes after it", "17:01", "17:45", false],
  ["is at the same time", "16:00", "16:45", true],
  ["touches it", "16:45", "17:30", true],
])(
  "A slot within 15 minutes of a sibling's lesson is marked: the sibling's %s",
  (_, from, to, marked) => {
    expect(siblingBeside(slot, "newtown", [sibling("Tom", from, to)])).toBe(marked ? "Tom" : null);
  },
);

test("A sibling's lesson at another location marks nothing", () => {
  expect(siblingBeside(slot, "newtown", [sibling("Tom", "16:45", "17:30", "glebe")])).toBeNull();
});

test("Several siblings are all named, each once", () => {
  const siblings = [
    sibling("Tom", "15:15", "16:00"),
    sibling("Ada", "16:45", "17:30"),
    sibling("Tom", "16:50", "17:20"),
  ];
  expect(siblingBeside(slot, "newtown", siblings)).toBe("Tom, Ada");
});

test("The mark stands on the slots of the list", () => {
  const facts = pianoFoundation({
    windows: [weekly(1, "15:00", "18:00")],
    course: { slotStepMinutes: null },
    siblingLessons: [sibling("Tom", "17:15", "18:00")],
  });
  const marks = slotsOfWeek(facts, { week: 4, now: EARLY });
  expect(marks.map(({ time, besideSibling }) => `${time} ${besideSibling}`)).toEqual([
    "15:00 null",
    "15:45 null",
    "16:30 Tom",
    "17:15 Tom",
  ]);
});
