import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { asInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import {
  weekCalendar,
  type IndividualWeekRow,
  type LessonRow,
  type WeekRows,
} from "./week-calendar";

const SYDNEY = asTimeZone("Australia/Sydney");
const MONDAY = asDay("2026-10-05");

function lesson(day: string, time: string, more: Partial<LessonRow> = {}): LessonRow {
  const startsAt = instantAt(asDay(day), asWallTime(time), SYDNEY);
  return {
    id: `${day} ${time}`,
    courseId: "piano",
    courseName: "Piano",
    courseKind: "HYBRID",
    lessonKind: "GROUP",
    startsAt,
    endsAt: asInstant(startsAt + 45 * 60_000),
    teacher: "Grace Nguyen",
    room: "Piano Room",
    location: "Newtown",
    students: [],
    ...more,
  };
}

const individualWeek: IndividualWeekRow = {
  courseId: "piano",
  courseName: "Piano",
  day: MONDAY,
  startMinute: 16 * 60,
  groupMinutes: 60,
  locationId: "newtown",
  teacher: "Grace Nguyen",
  room: "Piano Room",
  location: "Newtown",
  termStartsOn: asDay("2026-10-05"),
  termEndsOn: asDay("2026-12-12"),
  booked: 4,
  owed: 6,
};

function weekOf(rows: Partial<WeekRows>) {
  const none = { lessons: [], individualWeeks: [], closures: [], locations: [], term: null };
  const all = { ...none, placeholderText: "1-on-1 week", ...rows };
  return weekCalendar(all, { from: MONDAY, timeZone: SYDNEY });
}

function closedOn(day: string, locationId: string | null) {
  const on = asDay(day);
  const location = locationId && "Newtown";
  return { name: "Public holiday", startsOn: on, endsOn: on, locationId, location };
}

describe("the calendar of a week", () => {
  it("shows each lesson on its day of the school's zone, in order of time", () => {
    const late = lesson("2026-10-05", "16:00");
    const early = lesson("2026-10-05", "08:00");
    const { days } = weekOf({ lessons: [late, lesson("2026-10-11", "23:30"), early] });
    expect(days[0]?.entries.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(days[6]?.entries.map(({ startMinute }) => startMinute)).toEqual([23 * 60 + 30]);
  });

  it("shows the placeholder at the group time of an individual week, with how many have booked", () => {
    const { days } = weekOf({
      individualWeeks: [individualWeek],
      lessons: [lesson("2026-10-07", "17:15", { lessonKind: "INDIVIDUAL" })],
    });
    expect(days[0]?.entries).toMatchObject([
      {
        kind: "hybrid-individual",
        startMinute: 960,
        placeholder: { text: "1-on-1 week", booked: 4, owed: 6 },
      },
    ]);
    expect(days[2]?.entries).toMatchObject([{ kind: "hybrid-individual", placeholder: null }]);
  });

  it("shows a closure in place of the placeholder when the course's weekday is closed", () => {
    const closed = weekOf({
      individualWeeks: [individualWeek],
      closures: [closedOn("2026-10-05", "newtown")],
    });
    expect(closed.days[0]).toMatchObject({
      closures: [{ name: "Public holiday", location: "Newtown" }],
      entries: [],
    });
    const elsewhere = weekOf({
      individualWeeks: [individualWeek],
      closures: [closedOn("2026-10-05", "chatswood")],
    });
    expect(elsewhere.days[0]?.entries).toHaveLength(1);
  });

  it("shows no placeholder on a weekday outside the term", () => {
    const termStartsOn = asDay("2026-10-06");
    const { days } = weekOf({ individualWeeks: [{ ...individualWeek, termStartsOn }] });
    expect(days.flatMap(({ entries }) => entries)).toEqual([]);
  });

  it("tells the kinds of lessons apart", () => {
    const kinds = (["HYBRID", "GROUP", "BAND", "INDIVIDUAL", "ONE_OFF"] as const).map(
      (courseKind, index) =>
        lesson("2026-10-06", `1${index}:00`, {
          courseKind,
          lessonKind: courseKind === "INDIVIDUAL" ? "INDIVIDUAL" : "GROUP",
        }),
    );
    expect(weekOf({ lessons: kinds }).days[1]?.entries.map(({ kind }) => kind)).toEqual([
      "hybrid-group",
      "group",
      "band",
      "individual",
      "one-off",
    ]);
  });
});
