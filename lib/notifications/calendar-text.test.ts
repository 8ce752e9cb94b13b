import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { asDay } from "@/lib/time/day";
import { plusMinutes } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import { calendarText, type LessonEntry } from "./calendar-text";

const sydney = asTimeZone("Australia/Sydney");
const at = (day: string, time = "16:00") => instantAt(asDay(day), asWallTime(time), sydney);

function entry(changes: Partial<LessonEntry> = {}): LessonEntry {
  const startsAt = changes.startsAt ?? at("2026-11-30");
  return {
    id: "0193a1b2-0000-7000-8000-000000000001",
    sequence: 0,
    changedAt: at("2026-09-01", "09:00"),
    startsAt,
    endsAt: plusMinutes(startsAt, 45),
    summary: "Mia: Piano Foundation 1",
    description: "Individual lesson with Sofia Lindqvist",
    roomName: "Room 2",
    locationName: "Marrickville",
    locationAddress: "12 Illawarra Road, Marrickville",
    url: "http://localhost:3000/musicnme/family",
    cancelled: false,
    ...changes,
  };
}

function textOf(entries: LessonEntry[], name: string | undefined = "Music 'n Me"): string {
  const organiser = { name: 'Music "n" Me, Sydney', email: "hello@musicnme.example" };
  return calendarText({ method: "PUBLISH", organiser, name, entries });
}

function parse(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const parts = calendar.getAllSubcomponents("vevent");
  return { calendar, parts, entries: parts.map((part) => new ICAL.Event(part)) };
}

describe("a calendar of lessons, read by a real calendar program's parser", () => {
  test("has its name, and asks to be looked at every hour", () => {
    const { calendar } = parse(textOf([entry()]));
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Music 'n Me");
    expect(calendar.getFirstPropertyValue("name")).toBe("Music 'n Me");
    expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
    expect(calendar.getFirstPropertyValue("refresh-interval")?.toString()).toBe("PT1H");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  });

  test("without a lesson it is a valid file all the same: one component, of no entry", () => {
    const { calendar, entries } = parse(textOf([]));
    expect(entries).toEqual([]);
    const [zone, ...others] = calendar.getAllSubcomponents();
    expect(others).toEqual([]);
    expect(zone?.name).toBe("vtimezone");
    expect(new ICAL.Timezone(zone as ICAL.Component).tzid).toBe("UTC");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  });

  test("a mailed file has no name: it is one lesson, not a calendar to follow", () => {
    const content = calendarText({
      ...{ method: "PUBLISH", organiser: { name: "A", email: "a@b.example" } },
      entries: [entry()],
    });
    expect(content).not.toMatch(/NAME|REFRESH|TTL/);
    expect(parse(content).entries).toHaveLength(1);
  });

  test("says what, where, of whom, and when it last changed", () => {
    const { parts, entries } = parse(textOf([entry()]));
    expect(entries[0]?.summary).toBe("Mia: Piano Foundation 1");
    expect(entries[0]?.location).toBe("Room 2, Marrickville, 12 Illawarra Road, Marrickville");
    expect(entries[0]?.organizer).toBe("mailto:hello@musicnme.example");
    const [part] = parts;
    expect(part?.getFirstProperty("organizer")?.getParameter("cn")).toBe("Music 'n' Me, Sydney");
    expect(part?.getFirstPropertyValue("url")).toBe("http://localhost:3000/musicnme/family");
    expect(part?.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-08-31T23:00:00Z");
    expect(part?.getFirstPropertyValue("last-modified")?.toString()).toBe("2026-08-31T23:00:00Z");
  });

  test.each([
    [
      "October",
      ["2026-09-24", "2026-10-01", "2026-10-08"],
      ["06:00:00Z", "06:00:00Z", "05:00:00Z"],
    ],
    ["April", ["2027-03-25", "2027-04-01", "2027-04-08"], ["05:00:00Z", "05:00:00Z", "06:00:00Z"]],
  ])("Thursdays 16:00 in Sydney stay 16:00 across the change of %s", (_month, days, expected) => {
    const weekly = days.map((day, index) => entry({ id: `week-${index}`, startsAt: at(day) }));
    const starts = parse(textOf(weekly)).entries.map(({ startDate }) => startDate);
    expect(starts.map((start) => start.toString().slice(11))).toEqual(expected);
    const wall = new Intl.DateTimeFormat("en-AU", {
      ...{ timeZone: "Australia/Sydney", hour: "2-digit", minute: "2-digit", hour12: false },
    });
    expect(starts.map((start) => wall.format(start.toJSDate()))).toEqual([
      "16:00",
      "16:00",
      "16:00",
    ]);
  });

  test("a moved lesson keeps its id, at its new time with a higher sequence", () => {
    const startsAt = at("2026-12-02", "16:30");
    const [before] = parse(textOf([entry()])).entries;
    const [after] = parse(textOf([entry({ startsAt, sequence: 1 })])).entries;
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect(after?.startDate.toJSDate().getTime()).toBe(startsAt);
  });

  test("a cancelled lesson stays, says so in its status and in its name, and has a higher sequence", () => {
    const { parts, entries } = parse(textOf([entry({ cancelled: true, sequence: 2 })]));
    expect(parts[0]?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(entries[0]?.summary).toBe("Cancelled: Mia: Piano Foundation 1");
    expect(entries[0]?.sequence).toBe(2);
  });

  test("a calendar without lessons can be read", () => {
    expect(parse(textOf([])).entries).toEqual([]);
  });

  test("long names, commas, emoji and anything else that people type stay what they are", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom("🎹", "é", "漢", ",", ";", "\\", "\n", '"', ":", " ", "n"),
      }),
    );
    fc.assert(
      fc.property(typed, typed, (summary, description) => {
        const content = textOf([entry({ summary, description })]);
        const { entries } = parse(content);
        expect(entries[0]?.summary).toBe(summary);
        expect(entries[0]?.description).toBe(description);
        expectLines(content);
      }),
    );
  });

  test("what would break a line is left out of it", () => {
    const summary = "a\0b\u0007c\r\nBEGIN:VALARM\rd";
    const url = "http://localhost/x\r\nATTACH:y";
    const { entries, parts } = parse(textOf([entry({ summary, url })]));
    expect(entries[0]?.summary).toBe("abc\nBEGIN:VALARM\nd");
    expect(parts[0]?.getFirstPropertyValue("url")).toBe("http://localhost/xATTACH:y");
    expect(parts[0]?.getAllSubcomponents()).toEqual([]);
  });
});

/** CRLF at the end of each, 75 bytes at most, no character cut in two. */
function expectLines(content: string): void {
  const lines = content.split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  for (const line of lines) expect(line.isWellFormed()).toBe(true);
}
