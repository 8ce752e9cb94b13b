import { describe, expect, test } from "vitest";
import { at, closure, pianoFoundation, planOf } from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { asInstant } from "@/lib/time/instant";
import { owedWeeks, owedWeekStatus, weeksForStudent, type BookingState } from "./entitlement";

type Changes = Parameters<typeof pianoFoundation>[0];

function owed(changes: Changes = {}): number[] {
  return owedWeeks(pianoFoundation(changes)).map(({ week }) => week);
}

describe("One individual lesson per individual week in which the course's weekday lies inside the enrolment's dates", () => {
  test.each([
    ["the whole term", "2026-10-12", null, [4, 8, 10]],
    ["joined on the Monday of week 4", "2026-11-02", null, [4, 8, 10]],
    ["joined on the Tuesday of week 4", "2026-11-03", null, [8, 10]],
    ["left on the Monday of week 8", "2026-10-12", "2026-11-30", [4, 8]],
    ["left on the Sunday before week 8", "2026-10-12", "2026-11-29", [4]],
    ["joined after the last individual week", "2026-12-15", null, []],
  ])("%s", (_, from, until, weeks) => {
    const endsOn = until === null ? null : asDay(until);
    expect(owed({ enrolment: { startsOn: asDay(from), endsOn } })).toEqual(weeks);
  });
});

test("A week that is closed on the course's weekday alone stays owed, one without an open day is not", () => {
  expect(owed({ closures: [closure("2026-11-02")] })).toEqual([4, 8, 10]);
  expect(owed({ closures: [closure("2026-11-02", "2026-11-08")] })).toEqual([8, 10]);
});

test("A student in two hybrid courses has two entitlements", () => {
  expect(owed()).toEqual([4, 8, 10]);
  expect(owed({ plan: planOf("GIGIGIGIGI"), course: { weekday: 3 } })).toEqual([2, 4, 6, 8, 10]);
});

test("The weeks really taught for a student count late start, leaving and closures", () => {
  const facts = pianoFoundation({
    enrolment: { startsOn: asDay("2026-10-20") },
    closures: [closure("2026-11-09")],
  });
  const weeks = weeksForStudent(facts).map(({ week, kind }) => `${week} ${kind}`);
  expect(weeks).toEqual([
    "3 GROUP",
    "4 INDIVIDUAL",
    "6 GROUP",
    "7 GROUP",
    "8 INDIVIDUAL",
    "9 GROUP",
    "10 INDIVIDUAL",
  ]);
});

describe("An owed week", () => {
  function statuses(state: BookingState | null, now = at("2026-10-15", "12:00")): string[] {
    const endsAt = at("2026-11-02", "16:45");
    const bookings = state === null ? [] : [{ week: 4, state, endsAt }];
    return owedWeekStatus({ ...pianoFoundation(), bookings }, now).map(({ status }) => status);
  }

  test.each([
    [null, "to-book"],
    ["CONFIRMED", "booked"],
    ["CANCELLED", "to-book"],
    ["COMPLETED", "taught"],
    ["NO_SHOW", "taught"],
  ] as const)("with a booking in state %s is %s", (state, status) => {
    expect(statuses(state)).toEqual([status, "to-book", "to-book"]);
  });

  test("is taught once its booked lesson is over, also before the roll is marked", () => {
    const end = at("2026-11-02", "16:45");
    expect(statuses("CONFIRMED", asInstant(end - 1))[0]).toBe("booked");
    expect(statuses("CONFIRMED", end)[0]).toBe("taught");
  });

  test("is past when no start of the week keeps the notice any more", () => {
    const lastChance = at("2026-11-07", "24:00");
    expect(statuses(null, asInstant(lastChance - 1))[0]).toBe("to-book");
    expect(statuses(null, lastChance)[0]).toBe("past");
    expect(statuses(null, at("2027-01-01", "00:00"))).toEqual(["past", "past", "past"]);
  });

  test("of the last week is past when the term's last day no longer keeps the notice", () => {
    expect(statuses(null, asInstant(at("2026-12-17", "24:00") - 1))[2]).toBe("to-book");
    expect(statuses(null, at("2026-12-17", "24:00"))[2]).toBe("past");
  });
});
