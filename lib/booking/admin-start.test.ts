import { expect, test } from "vitest";
import {
  at,
  closure,
  EARLY,
  lesson,
  pianoFoundation,
  planOf,
} from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { weighAdminStart } from "./admin-start";

type Changes = Parameters<typeof pianoFoundation>[0];

const DAY = "2026-11-02";
const FOUR = at(DAY, "16:00");

function weigh(changes: Changes = {}, startsAt = FOUR, now = EARLY) {
  return weighAdminStart(pianoFoundation(changes), { week: 4, now }, startsAt);
}

function teacherLesson(from: string, to: string, locationId = "newtown") {
  return { teacherLessons: [{ ...lesson(DAY, from, to), locationId }] };
}

test("An admin books a slot like a family", () => {
  expect(weigh()).toEqual({ ok: true, roomIds: ["studio"], overrides: [], warnings: [] });
});

test.each([
  ["teacher", teacherLesson("16:30", "17:00"), "teacher-busy"],
  ["student", { studentLessons: [lesson(DAY, "16:30", "17:00")] }, "student-busy"],
  ["room", { roomLessons: [{ ...lesson(DAY, "16:30", "17:00"), roomId: "studio" }] }, "no-room"],
])("An overlap of the %s is refused to everyone, always", (_, changes, code) => {
  expect(weigh(changes)).toEqual({ ok: false, code });
});

test.each([
  ["buffer", { ...teacherLesson("16:50", "17:30"), school: { bufferMinutes: 10 } }],
  ["travel gap", { ...teacherLesson("17:00", "17:30", "glebe"), school: { travelGapMinutes: 30 } }],
])("A %s can be overridden by an admin", (_, changes) => {
  expect(weigh(changes)).toMatchObject({ ok: true, overrides: ["too-close"] });
});

test("An admin can override the notice rule with a reason", () => {
  const now = at(DAY, "15:00");
  expect(weigh({}, FOUR, now)).toMatchObject({ ok: true, overrides: ["inside-notice-period"] });
});

test("For lessons that an admin schedules, being outside availability is a warning", () => {
  expect(weigh({}, at(DAY, "09:20"))).toMatchObject({ ok: true, warnings: ["outside-free-time"] });
  expect(weigh({}, at(DAY, "16:05"))).toMatchObject({ ok: true, warnings: [] });
  expect(weigh({ closures: [closure(DAY)] })).toMatchObject({ ok: true, warnings: ["closed-day"] });
});

test.each([
  ["a week that is not individual", { plan: planOf("GGGG") }, "not-an-individual-week"],
  [
    "a student who is not enrolled then",
    { enrolment: { startsOn: asDay("2026-11-03") } },
    "not-enrolled-then",
  ],
  [
    "a week closed throughout",
    { closures: [closure(DAY, "2026-11-08")] },
    "not-an-individual-week",
  ],
])("An admin cannot book for %s", (_, changes, code) => {
  expect(weigh(changes)).toEqual({ ok: false, code });
});

test("An admin cannot book for a day outside the term", () => {
  const term = { startsOn: asDay("2026-10-12"), endsOn: asDay("2026-11-03") };
  const verdict = weigh({ term }, at("2026-11-04", "16:00"));
  expect(verdict).toEqual({ ok: false, code: "outside-term" });
});
