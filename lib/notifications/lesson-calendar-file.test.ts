import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { asDay } from "@/lib/time/day";
import { isoFromInstant, parseInstant, plusMinutes, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import {
  lessonCalendarFile,
  type CalendarLesson,
  type LessonCalendarInput,
} from "./lesson-calendar-file";

const sydney = asTimeZone("Australia/Sydney");
const at = (day: string, time: string) => instantAt(asDay(day), asWallTime(time), sydney);

function lesson(startsAt: Instant, changes: Partial<CalendarLesson> = {}): CalendarLesson {
  return {
    bookingId: "0193a1b2-0000-7000-8000-000000000001",
    sequence: 0,
    startsAt,
    endsAt: plusMinutes(startsAt, 45),
    studentName: "Mia",
    courseName: "Piano Foundation 1",
    teacherName: "Sofia Lindqvist",
    roomName: "Room 2",
    locationName: "Marrickville",
    locationAddress: "12 Illawarra Road, Marrickville",
    bookingUrl: "http://localhost:3000/musicnme/family/bookings/0193",
    ...changes,
  };
}

function fileOf(lessons: CalendarLesson[], method: LessonCalendarInput["method"] = "PUBLISH") {
  return lessonCalendarFile({
    method,
    stampedAt: at("2026-09-01", "09:00"),
    organiser: { name: "Music 'n Me", email: "hello@musicnme.example" },
    lessons,
  });
}

function parse(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const parts = calendar.getAllSubcomponents("vevent");
  return { calendar, entries: parts.map((part) => new ICAL.Event(part)), parts };
}

describe("the calendar file of a lesson", () => {
  test("says what, when, where, with whom, and how to change it", () => {
    const { content, filename, contentType } = fileOf([lesson(at("2026-11-30", "16:00"))]);
    const { calendar, entries, parts } = parse(content);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(entries[0]?.summary).toBe("Mia: Piano Foundation 1");
    expect(entries[0]?.location).toBe("Room 2, Marrickville, 12 Illawarra Road, Marrickville");
    expect(entries[0]?.description).toContain("Sofia Lindqvist");
    expect(entries[0]?.description).toContain("/family/bookings/0193");
    expect(entries[0]?.organizer).toBe("mailto:hello@musicnme.example");
    expect(parts[0]?.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect([filename, contentType]).toEqual([
      "lesson.ics",
      "text/calendar; charset=utf-8; method=PUBLISH",
    ]);
  });

  test.each([
    ["before the October change", "2026-10-01", "2026-10-01T06:00:00Z"],
    ["after the October change", "2026-10-08", "2026-10-08T05:00:00Z"],
    ["before the April change", "2027-04-01", "2027-04-01T05:00:00Z"],
    ["after the April change", "2027-04-08", "2027-04-08T06:00:00Z"],
  ])("16:00 in Sydney is the right moment %s", (_when, day, expected) => {
    const startsAt = at(day, "16:00");
    const [entry] = parse(fileOf([lesson(startsAt)]).content).entries;
    expect(isoFromInstant(startsAt)).toBe(expected);
    expect(entry?.startDate.toICALString()).toBe(expected.replaceAll(/[-:]/g, ""));
    expect(entry?.startDate.toJSDate().getTime()).toBe(startsAt);
    expect(entry?.endDate.toJSDate().getTime()).toBe(startsAt + 45 * 60_000);
  });

  test("a moved lesson keeps its id and has a higher sequence", () => {
    const [before] = parse(fileOf([lesson(at("2026-11-30", "16:00"))]).content).entries;
    const moved = fileOf([lesson(at("2026-12-02", "16:30"), { sequence: 1 })]);
    const [after] = parse(moved.content).entries;
    expect(after?.uid).toBe(before?.uid);
    expect(after?.uid).toBe("0193a1b2-0000-7000-8000-000000000001@musicnme");
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
  });

  test("a cancelled lesson takes its entry out of the calendar", () => {
    const file = fileOf([lesson(at("2026-11-30", "16:00"), { sequence: 2 })], "CANCEL");
    const { calendar, entries, parts } = parse(file.content);
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(parts[0]?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(parts[0]?.getFirstPropertyValue("description")).not.toMatch(/move|cancel|http/i);
    expect(entries[0]?.sequence).toBe(2);
    expect(file.contentType).toContain("method=CANCEL");
  });

  test("several lessons are one file with an entry each", () => {
    const lessons = [
      lesson(at("2026-11-30", "16:00"), { bookingId: "a" }),
      lesson(at("2026-12-07", "16:00"), { bookingId: "b" }),
    ];
    expect(parse(fileOf(lessons).content).entries.map(({ uid }) => uid)).toEqual([
      "a@musicnme",
      "b@musicnme",
    ]);
  });

  test("commas, semicolons, line breaks and emoji in names stay what they are", () => {
    const courseName = "Piano; beginners, part 1\nBEGIN:VALARM 🎹".repeat(3);
    const [entry] = parse(
      fileOf([lesson(at("2026-11-30", "16:00"), { courseName })]).content,
    ).entries;
    expect(entry?.summary).toBe(`Mia: ${courseName}`);
  });

  test("the same booking gives the same bytes, stamped when it happened", () => {
    const input = [lesson(at("2026-11-30", "16:00"))];
    expect(fileOf(input).content).toBe(fileOf(input).content);
    const [part] = parse(fileOf(input).content).parts;
    const stamp = part?.getFirstPropertyValue("dtstamp");
    expect(stamp?.toString()).toBe("2026-08-31T23:00:00Z");
    expect(parseInstant("2026-08-31T23:00:00Z")).toBe(at("2026-09-01", "09:00"));
  });

  test("lines are folded and end as the standard says", () => {
    const { content } = fileOf([lesson(at("2026-11-30", "16:00"))]);
    const lines = content.split("\r\n");
    expect(lines[0]).toBe("BEGIN:VCALENDAR");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(content.replaceAll("\r\n", "")).not.toContain("\n");
  });
});
