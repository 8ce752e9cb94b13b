import { describe, expect, test } from "vitest";
import {
  at,
  closure,
  EARLY,
  lesson,
  pianoFoundation,
  planOf,
  room,
  startsOf,
  timesOf,
  weekly,
} from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { explainStart, slotsOfWeek } from "./slots";

type Changes = Parameters<typeof pianoFoundation>[0];

const MONDAY = "2026-11-02";
const afternoon = [weekly(1, "15:00", "18:00")];

function slots(changes: Changes = {}, week = 4, now = EARLY) {
  return slotsOfWeek(pianoFoundation(changes), { week, now });
}

function times(changes: Changes = {}, week = 4, now = EARLY): string[] {
  return timesOf(slots(changes, week, now));
}

function reason(changes: Changes, startsAt = at(MONDAY, "16:00"), week = 4): string {
  const decision = explainStart(pianoFoundation(changes), { week, now: EARLY }, startsAt);
  return decision.ok ? "ok" : decision.code;
}

describe("The slot grid", () => {
  test("starts at the beginning of each merged part of the teacher's free time", () => {
    const windows = [weekly(1, "15:10", "16:00"), weekly(3, "09:05", "10:00")];
    expect(startsOf(slots({ windows, course: { slotStepMinutes: 30 } }))).toEqual([
      "2026-11-02 15:10",
      "2026-11-02 15:40",
      "2026-11-02 16:10",
      "2026-11-04 09:05",
    ]);
  });

  test.each([
    [null, ["15:00", "15:45", "16:30"]],
    [5, ["15:00", "15:05", "15:10", "15:15"]],
    [10, ["15:00", "15:10", "15:20", "15:30"]],
    [15, ["15:00", "15:15", "15:30", "15:45"]],
    [30, ["15:00", "15:30", "16:00", "16:30"]],
  ])("has steps of the lesson length, or of the minutes set: %s", (slotStepMinutes, first) => {
    const found = times({ windows: [weekly(1, "15:00", "17:30")], course: { slotStepMinutes } });
    expect(found.slice(0, 4)).toEqual(first);
  });

  test("is not moved by bookings", () => {
    const teacherLessons = [{ ...lesson(MONDAY, "15:10", "15:50"), locationId: "newtown" }];
    const course = { slotStepMinutes: null };
    expect(times({ windows: afternoon, course })).toEqual(["15:00", "15:45", "16:30", "17:15"]);
    expect(times({ windows: afternoon, course, teacherLessons })).toEqual(["16:30", "17:15"]);
  });

  test("has room for the whole lesson before the free time ends", () => {
    expect(times()).toEqual(["16:00", "16:15"]);
    expect(times({ course: { lessonMinutes: 60 } })).toEqual(["16:00"]);
    expect(times({ course: { lessonMinutes: 65 } })).toEqual([]);
  });
});

test("Placeholders reserve nothing: the group time of an individual week can be booked", () => {
  expect(startsOf(slots())).toEqual(["2026-11-02 16:00", "2026-11-02 16:15"]);
});

test("A slot says its day, wall time, length and room", () => {
  expect(slots()[0]).toEqual({
    startsAt: at(MONDAY, "16:00"),
    endsAt: at(MONDAY, "16:45"),
    day: MONDAY,
    time: "16:00",
    roomId: "studio",
    roomName: "studio",
    roomIds: ["studio"],
    besideSibling: null,
  });
});

test.each([
  ["a group week", "GGGG", 4, "not-an-individual-week"],
  ["a week without lesson", "GGG-", 4, "not-an-individual-week"],
])("There are no slots in %s", (_, plan, week, code) => {
  const changes = { plan: planOf(plan), windows: afternoon };
  expect(slots(changes, week)).toEqual([]);
  expect(reason(changes, at(MONDAY, "15:00"), week)).toBe(code);
});

describe("A late joiner and an early leaver", () => {
  const windows = [weekly(1, "15:00", "16:00"), weekly(3, "15:00", "16:00")];
  test.each([
    ["2026-11-02", null, 4],
    ["2026-11-03", null, 0],
    ["2026-10-12", "2026-11-02", 3],
    ["2026-10-12", "2026-11-01", 0],
  ])("from %s to %s: slots lie inside the enrolment's dates", (from, until, count) => {
    const endsOn = until === null ? null : asDay(until);
    const enrolment = { startsOn: asDay(from), endsOn };
    const course = { slotStepMinutes: null };
    const found = slots({ windows, course, enrolment });
    expect(found).toHaveLength(count === 4 ? 3 : count === 3 ? 2 : 0);
    expect(found.every(({ day }) => from <= day && (until === null || day <= until))).toBe(true);
  });

  test("is told that the week is not owed, or that the day is after the enrolment", () => {
    expect(reason({ enrolment: { startsOn: asDay("2026-11-03") } })).toBe("not-enrolled-then");
    const wednesday = at("2026-11-04", "15:00");
    const enrolment = { endsOn: asDay("2026-11-02") };
    expect(reason({ windows, enrolment }, wednesday)).toBe("not-enrolled-then");
  });
});

test("A slot lies inside the term", () => {
  const term = { startsOn: asDay("2026-10-12"), endsOn: asDay("2026-12-15") };
  const windows = [weekly(2, "15:00", "16:00"), weekly(3, "15:00", "16:00")];
  const found = startsOf(slots({ term, windows }, 10));
  expect(found.at(-1)).toBe("2026-12-15 15:15");
  expect(reason({ term, windows }, at("2026-12-16", "15:00"), 10)).toBe("outside-term");
});

test("A slot lies on no closure, and another day of that week still has slots", () => {
  const changes = { windows: [weekly(3, "15:00", "16:00")], closures: [closure(MONDAY)] };
  expect(startsOf(slots(changes))).toEqual(["2026-11-04 15:00", "2026-11-04 15:15"]);
  expect(reason(changes)).toBe("closed-day");
});

describe("A slot meets no other lesson of that teacher", () => {
  test.each([
    ["at the same location", "newtown"],
    ["at another location", "glebe"],
  ])("in any course, %s", (_, locationId) => {
    const teacherLessons = [{ ...lesson(MONDAY, "15:30", "16:15"), locationId }];
    expect(times({ teacherLessons })).toEqual(["16:15"]);
    expect(reason({ teacherLessons })).toBe("teacher-busy");
  });

  test.each([
    ["no buffer, same location", 0, 0, "newtown", ["15:00", "15:15", "16:45", "17:00", "17:15"]],
    ["buffer 10, same location", 10, 0, "newtown", ["15:00", "17:00", "17:15"]],
    [
      "travel gap 30, same location",
      0,
      30,
      "newtown",
      ["15:00", "15:15", "16:45", "17:00", "17:15"],
    ],
    ["travel gap 30, other location", 0, 30, "glebe", ["17:15"]],
    ["buffer 10, other location", 10, 0, "glebe", ["15:00", "17:00", "17:15"]],
    ["buffer 30 above a travel gap of 10", 30, 10, "glebe", ["17:15"]],
  ])(
    "plus a buffer and a travel gap: %s",
    (_, bufferMinutes, travelGapMinutes, locationId, free) => {
      const school = { bufferMinutes, travelGapMinutes };
      const teacherLessons = [{ ...lesson(MONDAY, "16:00", "16:45"), locationId }];
      expect(times({ school, windows: afternoon, teacherLessons })).toEqual(free);
    },
  );
});

test("A slot meets no other lesson of that student: two courses, one calendar", () => {
  const studentLessons = [lesson(MONDAY, "16:45", "17:30")];
  expect(times({ studentLessons })).toEqual(["16:00"]);
  expect(reason({ studentLessons }, at(MONDAY, "16:15"))).toBe("student-busy");
  expect(times({ studentLessons, school: { bufferMinutes: 30 } })).toEqual(["16:00"]);
});

describe("A slot finds a room", () => {
  const rooms = [
    room("studio", 6),
    room("hall", 20),
    room("booth B", 2),
    room("booth A", 2),
    room("drum cave", 1, ["drums"]),
    room("piano nook", 1, ["piano", "singing"]),
  ];
  const inRoom = (roomId: string) => ({ ...lesson(MONDAY, "15:45", "16:30"), roomId });

  test.each([
    [[], "studio"],
    [["studio"], "piano nook"],
    [["studio", "piano nook"], "booth A"],
    [["studio", "piano nook", "booth A"], "booth B"],
    [["studio", "piano nook", "booth A", "booth B"], "hall"],
  ])(
    "the course's room, else the smallest free fitting one, ties by name; taken: %j",
    (taken, name) => {
      expect(slots({ rooms, roomLessons: taken.map(inRoom) })[0]?.roomName).toBe(name);
    },
  );

  test("or there is no slot then", () => {
    const roomLessons = rooms.filter(({ id }) => id !== "drum cave").map(({ id }) => inRoom(id));
    expect(times({ rooms, roomLessons })).toEqual([]);
    expect(reason({ rooms, roomLessons })).toBe("no-room");
    expect(times({ rooms, roomLessons: roomLessons.slice(1) })).toEqual(["16:00", "16:15"]);
  });
});
