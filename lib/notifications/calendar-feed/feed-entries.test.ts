import { describe, expect, it } from "vitest";
import type { FeedScope } from "@/lib/feed-scope";
import { asInstant, plusMinutes } from "@/lib/time/instant";
import { lessonCalendarFile } from "../lesson-calendar-file";
import { calendarText } from "../calendar-text";
import { feedEntries, type FeedRow } from "./feed-entries";

const startsAt = asInstant(Date.UTC(2026, 10, 30, 5));
const home = "http://localhost:3000/musicnme/family";

function row(changes: Partial<FeedRow> = {}): FeedRow {
  return {
    ...{ lessonId: "lesson-1", bookingId: null, courseKind: "HYBRID", lessonKind: "GROUP" },
    ...{ sequence: 3, changedAt: plusMinutes(startsAt, -999), cancelled: false },
    ...{ startsAt, endsAt: plusMinutes(startsAt, 45), students: ["Mia"] },
    ...{ courseName: "Piano Foundation 1", teacherName: "Grace Nguyen" },
    ...{ roomName: "Room 2", locationName: "Newtown", locationAddress: "12 Wattle Lane" },
    ...changes,
  };
}

function entryOf(changes: Partial<FeedRow>, scope: FeedScope) {
  const [entry] = feedEntries([row(changes)], { scope, home });
  if (entry === undefined) throw new Error("One row is one entry.");
  return entry;
}

const booked = { lessonKind: "INDIVIDUAL", bookingId: "booking-1" } as const;

describe("what a subscribed calendar calls a lesson", () => {
  it.each<[string, FeedScope, Partial<FeedRow>, string]>([
    ["a family: the child and the course", "FAMILY", {}, "Mia: Piano Foundation 1"],
    [
      "a family: siblings of one lesson together",
      "FAMILY",
      { students: ["Mia", "Tom"] },
      "Mia and Tom: Piano Foundation 1",
    ],
    [
      "a teacher: the course of a group",
      "TEACHER",
      { students: ["Mia Ng", "Tom Ng"] },
      "Piano Foundation 1",
    ],
    [
      "a teacher: who comes alone",
      "TEACHER",
      { ...booked, students: ["Mia Ng"] },
      "Piano Foundation 1: Mia Ng",
    ],
    [
      "the school: the teacher, and no student",
      "SCHOOL",
      { students: [] },
      "Piano Foundation 1, Grace Nguyen",
    ],
    ["a student: the course", "STUDENT", {}, "Piano Foundation 1"],
  ])("%s", (_who, scope, changes, summary) => {
    expect(entryOf(changes, scope).summary).toBe(summary);
  });

  it.each([
    [{ courseKind: "BAND" }, "Band with Grace Nguyen"],
    [{ courseKind: "ONE_OFF" }, "Workshop with Grace Nguyen"],
    [{ courseKind: "INDIVIDUAL", lessonKind: "INDIVIDUAL" }, "Individual lesson with Grace Nguyen"],
    [{}, "Group lesson with Grace Nguyen"],
  ] as const)("%j is a %s", (changes, description) => {
    expect(entryOf(changes, "FAMILY").description).toBe(description);
  });

  it("only a family is led to where a booking is moved or cancelled", () => {
    expect(entryOf(booked, "FAMILY").url).toBe(`${home}/bookings/booking-1`);
    expect(entryOf(booked, "FAMILY").description).toContain("Move or cancel");
    expect(entryOf(booked, "STUDENT").url).toBe(home);
    expect(entryOf(booked, "STUDENT").description).toBe("Individual lesson with Grace Nguyen");
  });

  it("a cancelled lesson offers nothing to move or cancel any more", () => {
    const { description } = entryOf({ ...booked, cancelled: true }, "FAMILY");
    expect(description).toBe("Individual lesson with Grace Nguyen");
  });

  it("a booked lesson is the same entry, byte for byte, as in the mailed file", () => {
    const { changedAt, ...facts } = row(booked);
    const organiser = { name: "Music 'n Me", email: "hello@musicnme.example" };
    const mailed = lessonCalendarFile({
      ...{ method: "PUBLISH", stampedAt: changedAt, organiser },
      lessons: [
        {
          ...facts,
          bookingId: "booking-1",
          studentName: "Mia",
          bookingUrl: `${home}/bookings/booking-1`,
        },
      ],
    });
    const entries = feedEntries([row(booked)], { scope: "FAMILY", home });
    expect(calendarText({ method: "PUBLISH", organiser, entries })).toBe(mailed.content);
    expect(mailed.content).toContain("UID:booking-1@musicnme");
  });

  it("what is not booked is known by its lesson", () => {
    expect(entryOf({}, "FAMILY").id).toBe("lesson-1");
    expect(entryOf({ cancelled: true }, "TEACHER")).toMatchObject({ cancelled: true, sequence: 3 });
  });
});
