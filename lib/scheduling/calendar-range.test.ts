import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { asInstant, isoFromInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt, wallTimeAt } from "@/lib/time/zone";
import {
  calendarRange,
  type CalendarFrame,
  type CalendarRows,
  type IndividualWeekRow,
  kindOf,
  type LessonRow,
} from "./calendar-range";

const SYDNEY = asTimeZone("Australia/Sydney");
const MONDAY = asDay("2026-10-05");

function lesson(day: string, time: string, more: Partial<LessonRow> = {}): LessonRow {
  const startsAt = instantAt(asDay(day), asWallTime(time), SYDNEY);
  return {
    ...{ id: `${day} ${time}`, courseId: "piano", teacherId: "grace", roomId: "piano-room" },
    ...{ courseKind: "HYBRID", lessonKind: "GROUP", startsAt },
    endsAt: asInstant(startsAt + 45 * 60_000),
    locationId: "newtown",
    studentIds: [],
    ...more,
  };
}

function individualWeek(more: Partial<IndividualWeekRow> = {}): IndividualWeekRow {
  return {
    ...{ courseId: "piano", teacherId: "grace", roomId: "piano-room", locationId: "newtown" },
    ...{ day: MONDAY, startMinute: 16 * 60, groupMinutes: 60, week: 1, booked: 4, owed: 6 },
    ...{ termStartsOn: asDay("2026-09-28"), termEndsOn: asDay("2026-12-12") },
    ...more,
  };
}

function rangeOf(rows: Partial<CalendarRows>, frame: Partial<CalendarFrame> = {}) {
  const none = { lessons: [], individualWeeks: [], closures: [], terms: [] };
  const names = { teachers: [], rooms: [], locations: [], courses: [], people: [], students: [] };
  return calendarRange(
    { ...none, ...names, placeholderText: "1-on-1 week", ...rows },
    {
      ...{ from: MONDAY, until: asDay("2026-10-12"), kinds: null, own: false },
      school: { timeZone: SYDNEY, weekStart: 1 },
      ...frame,
    },
  );
}

function closedOn(day: string, locationId: string | null) {
  const on = asDay(day);
  const location = locationId && "Newtown";
  return { name: "Public holiday", startsOn: on, endsOn: on, locationId, location };
}

describe("a stretch of the calendar", () => {
  it("names the whole roster of a lesson or nobody: one known player is not the band", () => {
    const band = ["ada", "ben", "cleo"].map((id) => ({ id, name: id }));
    const played = lesson("2026-10-05", "17:00", { studentIds: ["cleo", "ada", "ben"] });
    const named = (people: typeof band) =>
      rangeOf({ lessons: [played], people }).entries.map(({ students, names }) => [
        students,
        names,
      ]);
    expect(named(band)).toEqual([[3, ["ada", "ben", "cleo"]]]);
    expect(named(band.slice(0, 1))).toEqual([[3, []]]);
  });

  it("shows lessons and placeholders in order of time", () => {
    const late = lesson("2026-10-05", "17:00");
    const early = lesson("2026-10-05", "08:00");
    const { entries } = rangeOf({ lessons: [late, early], individualWeeks: [individualWeek()] });
    expect(entries.map(({ id }) => id)).toEqual([early.id, "piano-2026-10-05", late.id]);
    expect(entries[1]).toMatchObject({
      kind: "hybrid-individual",
      placeholder: { booked: 4, owed: 6 },
    });
    expect(entries[0]?.placeholder).toBeNull();
  });

  it("shows what begins together by the names of the courses", () => {
    const courses = ["Choir", "Drums", "Piano"].map((name) => ({
      id: name,
      name,
      archived: false,
    }));
    const lessons = ["Piano", "Choir", "Drums"].map((courseId) =>
      lesson("2026-10-05", "08:00", { courseId }),
    );
    const { entries } = rangeOf({ lessons, courses });
    expect(entries.map(({ courseId }) => courseId)).toEqual(["Choir", "Drums", "Piano"]);
  });

  it("keeps the placeholder at the group time when the clocks change in between", () => {
    const days = ["2026-09-28", "2026-10-05", "2027-03-29", "2027-04-05"].map(asDay);
    const term = { termStartsOn: asDay("2026-09-28"), termEndsOn: asDay("2027-04-09") };
    const { entries } = rangeOf({
      individualWeeks: days.map((day) => individualWeek({ ...term, day })),
    });
    expect(entries.map(({ startsAt }) => wallTimeAt(startsAt, SYDNEY))).toEqual(
      days.map(() => "16:00"),
    );
    expect(entries.map(({ startsAt }) => isoFromInstant(startsAt).slice(11, 13))).toEqual([
      ...["06", "05", "05", "06"],
    ]);
    expect(entries.map(({ startsAt, endsAt }) => endsAt - startsAt)).toEqual(
      days.map(() => 3_600_000),
    );
  });

  it("shows a closure in place of the placeholder when the course's weekday is closed", () => {
    const individualWeeks = [individualWeek()];
    const closed = rangeOf({ individualWeeks, closures: [closedOn("2026-10-05", "newtown")] });
    expect(closed.entries).toEqual([]);
    expect(closed.closures).toMatchObject([{ name: "Public holiday", location: "Newtown" }]);
    const elsewhere = [closedOn("2026-10-05", "chatswood")];
    expect(rangeOf({ individualWeeks, closures: elsewhere }).entries).toHaveLength(1);
    const otherDay = [closedOn("2026-10-06", null)];
    expect(rangeOf({ individualWeeks, closures: otherDay }).entries).toHaveLength(1);
  });

  it("shows no placeholder on a weekday outside the term", () => {
    const before = individualWeek({ termStartsOn: asDay("2026-10-06") });
    const after = individualWeek({ termEndsOn: asDay("2026-10-04") });
    expect(rangeOf({ individualWeeks: [before, after] }).entries).toEqual([]);
  });

  it("is narrowed to kinds of lessons", () => {
    const rows = {
      lessons: [
        lesson("2026-10-06", "10:00"),
        lesson("2026-10-06", "11:00", { courseKind: "BAND" }),
      ],
      individualWeeks: [individualWeek()],
    };
    const kindsOf = (kinds: CalendarFrame["kinds"]) =>
      rangeOf(rows, { kinds }).entries.map(({ kind }) => kind);
    expect(kindsOf(["band"])).toEqual(["band"]);
    expect(kindsOf(["hybrid-individual", "hybrid-group"])).toEqual([
      "hybrid-individual",
      "hybrid-group",
    ]);
  });

  it("numbers the weeks of each term that it touches, from the school's first weekday", () => {
    const terms = [
      { name: "Term 3", startsOn: asDay("2026-07-20"), endsOn: asDay("2026-09-25") },
      { name: "Term 4", startsOn: asDay("2026-10-06"), endsOn: asDay("2026-12-18") },
    ];
    const frame = { from: asDay("2026-09-23"), until: asDay("2026-10-14") };
    expect(rangeOf({ terms }, frame).weeks).toEqual([
      { from: "2026-09-21", term: "Term 3", week: 10 },
      { from: "2026-10-05", term: "Term 4", week: 1 },
      { from: "2026-10-12", term: "Term 4", week: 2 },
    ]);
    const sundays = { ...frame, school: { timeZone: SYDNEY, weekStart: 7 as const } };
    expect(rangeOf({ terms }, sundays).weeks[1]).toMatchObject({ from: "2026-10-04", week: 1 });
  });

  it("lists what can be chosen: of the school what is in use, of one's own what is there", () => {
    const teachers = [
      { id: "grace", name: "Grace", archived: true },
      { id: "old", name: "Old", archived: true },
      { id: "new", name: "New", archived: false },
    ];
    const lessons = [lesson("2026-10-06", "10:00")];
    const idsOf = (own: boolean) =>
      rangeOf({ lessons, teachers }, { own }).teachers.map(({ id }) => id);
    expect(idsOf(false)).toEqual(["grace", "new"]);
    expect(idsOf(true)).toEqual(["grace"]);
  });
});

describe("the kind of a lesson", () => {
  it.each([
    ["HYBRID", "GROUP", "hybrid-group"],
    ["HYBRID", "INDIVIDUAL", "hybrid-individual"],
    ["GROUP", "GROUP", "group"],
    ["BAND", "GROUP", "band"],
    ["INDIVIDUAL", "INDIVIDUAL", "individual"],
    ["ONE_OFF", "GROUP", "one-off"],
  ] as const)("of a %s course that meets as %s is %s", (course, lesson, kind) => {
    expect(kindOf(course, lesson)).toBe(kind);
  });
});
