import { expect, test } from "vitest";
import { at, EARLY, lesson, pianoFoundation, weekly } from "@/lib/testing/piano-foundation";
import { plusHours } from "@/lib/time/instant";
import { allocateUnbooked } from "./unbooked-policy";

type Changes = Parameters<typeof pianoFoundation>[0];

const windows = [weekly(1, "15:15", "17:30")];

/** The family that enrolled as the n-th, with week 4 unbooked. */
function family(n: number, changes: Changes = {}) {
  const enrolment = { id: `enrolment-${n}`, studentId: `student-${n}` };
  const facts = pianoFoundation({ windows, enrolment, ...changes });
  return { facts, week: 4, enrolledAt: plusHours(EARLY, n) };
}

function given(families: ReturnType<typeof family>[]): string[] {
  return allocateUnbooked(families, EARLY).map(
    ({ enrolmentId, slot }) => `${enrolmentId} ${slot?.time ?? "none"}`,
  );
}

test("Each is given the slot nearest to the course's group time, families in order of enrolment", () => {
  expect(given([family(3), family(1), family(2)])).toEqual([
    "enrolment-1 16:00",
    "enrolment-2 15:15",
    "enrolment-3 16:45",
  ]);
});

test("Of two slots as near, the earlier is given", () => {
  const teacherLessons = [{ ...lesson("2026-11-02", "16:00", "16:15"), locationId: "newtown" }];
  const changes = { teacherLessons, course: { lessonMinutes: 30 } };
  expect(given([family(1, changes)])).toEqual(["enrolment-1 16:15"]);
  const around = [{ ...lesson("2026-11-02", "15:45", "16:15"), locationId: "newtown" }];
  const tie = { teacherLessons: around, course: { lessonMinutes: 15 } };
  expect(given([family(1, tie)])).toEqual(["enrolment-1 16:15"]);
  const wide = [{ ...lesson("2026-11-02", "15:45", "16:30"), locationId: "newtown" }];
  const even = {
    teacherLessons: wide,
    course: { lessonMinutes: 15, slotStepMinutes: 30 as const },
  };
  expect(given([family(1, even)])).toEqual(["enrolment-1 15:15"]);
});

test("Where none is free it is a work item for the admin", () => {
  expect(given([1, 2, 3, 4].map((n) => family(n)))).toEqual([
    "enrolment-1 16:00",
    "enrolment-2 15:15",
    "enrolment-3 16:45",
    "enrolment-4 none",
  ]);
});

test("Siblings who enrol together are taken by name of the enrolment, weeks in order", () => {
  const enrolledAt = at("2026-09-02", "10:00");
  const together = [family(2), family(1)].map((one) => ({ ...one, enrolledAt }));
  const weeks = [{ ...family(1), enrolledAt, week: 8 }, ...together];
  const result = allocateUnbooked(weeks, EARLY);
  expect(result.map(({ enrolmentId, week }) => `${enrolmentId} ${week}`)).toEqual([
    "enrolment-1 4",
    "enrolment-1 8",
    "enrolment-2 4",
  ]);
  expect(result.map(({ slot }) => slot?.time)).toEqual(["16:00", "16:00", "15:15"]);
});
