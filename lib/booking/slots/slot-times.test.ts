import { describe, expect, test } from "vitest";
import {
  at,
  AUCKLAND,
  dated,
  EARLY,
  lesson,
  pianoFoundation,
  planOf,
  startsOf,
  timesOf,
  weekly,
} from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { isoFromInstant, plusMinutes } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { explainStart, slotsOfWeek } from "./slots";

type Changes = Parameters<typeof pianoFoundation>[0];

const MONDAY = "2026-11-02";

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

describe("A slot begins at least the notice period from now", () => {
  const start = at(MONDAY, "16:00");
  test.each([
    ["24 hours before", plusMinutes(start, -24 * 60), ["16:00", "16:15"]],
    ["a minute later", plusMinutes(start, -24 * 60 + 1), ["16:15"]],
  ])("%s", (_, now, found) => {
    expect(times({}, 4, now)).toEqual(found);
  });

  test("counted in elapsed hours across the clock change", () => {
    const term = { startsOn: asDay("2026-09-28"), endsOn: asDay("2026-12-04") };
    const windows = [weekly(7, "16:00", "17:00")];
    const changes = { term, windows, plan: planOf("I"), enrolment: { startsOn: term.startsOn } };
    expect(times(changes, 1, at("2026-10-03", "15:00"))).toEqual(["16:00", "16:15"]);
    expect(times(changes, 1, at("2026-10-03", "16:00"))).toEqual([]);
  });
});

describe("A slot at 16:00 is at 16:00 on the school's wall", () => {
  test.each([
    ["Sydney before October's change", undefined, "2026-09-28", "2026-09-28T06:00:00Z"],
    ["Sydney after October's change", undefined, "2026-10-05", "2026-10-05T05:00:00Z"],
    ["Sydney before April's change", undefined, "2026-03-30", "2026-03-30T05:00:00Z"],
    ["Sydney after April's change", undefined, "2026-04-06", "2026-04-06T06:00:00Z"],
    ["Auckland before September's change", AUCKLAND, "2026-09-21", "2026-09-21T04:00:00Z"],
    ["Auckland after September's change", AUCKLAND, "2026-09-28", "2026-09-28T03:00:00Z"],
  ])("%s", (_, timeZone, day, iso) => {
    const startsOn = asDay(day);
    const changes = {
      ...(timeZone && { school: { timeZone } }),
      term: { startsOn, endsOn: asDay("2026-12-04") },
      plan: planOf("I"),
      enrolment: { startsOn },
    };
    const [slot] = slots(changes, 1, at("2026-01-01", "00:00"));
    expect([slot?.time, slot && isoFromInstant(slot.startsAt)]).toEqual(["16:00", iso]);
  });
});

describe("Asking for one start", () => {
  test.each([
    ["15:59", "outside-free-time"],
    ["16:16", "outside-free-time"],
    ["16:05", "off-grid"],
    ["16:15", "ok"],
  ])("at %s the answer is %s", (time, code) => {
    expect(reason({}, at(MONDAY, time))).toBe(code);
  });

  test("a start of another week, or of none, is outside the week", () => {
    expect(reason({}, at("2026-11-30", "16:00"))).toBe("outside-week");
    expect(reason({}, at("2027-11-30", "16:00"))).toBe("outside-week");
  });

  test("a start in the past is inside the notice period", () => {
    const query = { week: 4, now: at("2026-11-20", "12:00") };
    expect(explainStart(pianoFoundation(), query, at(MONDAY, "16:00"))).toEqual({
      ok: false,
      code: "inside-notice-period",
    });
  });
});

describe("Moving", () => {
  const own = { ...lesson(MONDAY, "16:00", "16:45"), locationId: "newtown", roomId: "studio" };
  const taken = { teacherLessons: [own], studentLessons: [own], roomLessons: [own] };
  const query = { week: 4, now: EARLY, ignoreLessonId: own.lessonId };

  test("the lesson that is moved is not in its own way", () => {
    expect(times(taken)).toEqual([]);
    expect(timesOf(slotsOfWeek(pianoFoundation(taken), query))).toEqual(["16:00", "16:15"]);
    expect(explainStart(pianoFoundation(taken), query, at(MONDAY, "16:15")).ok).toBe(true);
  });

  test.each([
    [false, []],
    [true, ["2026-11-11 15:00", "2026-11-11 15:15"]],
  ])("another week's open day has slots only if the school allows it: %s", (allows, found) => {
    const facts = pianoFoundation({
      ...taken,
      school: { moveToOtherDays: allows },
      windows: [weekly(3, "15:00", "16:00")],
    });
    const other = { ...query, week: 5, owedWeek: 4 };
    expect(startsOf(slotsOfWeek(facts, other))).toEqual(found);
    expect(explainStart(facts, other, at("2026-11-11", "15:00")).ok).toBe(allows);
  });
});

test("A dated extra at a time that no weekly window has makes a slot", () => {
  const extras = [dated("2026-11-07", "09:00", "09:45")];
  expect(startsOf(slots({ extras })).at(-1)).toBe("2026-11-07 09:00");
  expect(asWallTime("09:00")).toBe(slots({ extras }).at(-1)?.time);
});
