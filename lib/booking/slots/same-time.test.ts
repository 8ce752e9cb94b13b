import { expect, test } from "vitest";
import { EARLY, lesson, pianoFoundation, startsOf, weekly } from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { planSameTime } from "./same-time";
import { slotsOfWeek } from "./slots";

const MONDAY_AT_FOUR = { weekday: 1, time: asWallTime("16:00") } as const;

function plan(changes: Parameters<typeof pianoFoundation>[0], bookedWeeks: number[] = []) {
  const facts = pianoFoundation({ windows: [weekly(1, "15:00", "18:00")], ...changes });
  const weeks = facts.plan.filter(({ kind }) => kind === "INDIVIDUAL").map(({ week }) => week);
  const slotsByWeek = weeks.map((week) => ({
    week,
    slots: slotsOfWeek(facts, { week, now: EARLY }),
  }));
  return planSameTime({ ...facts, slotsByWeek, bookedWeeks }, MONDAY_AT_FOUR);
}

function chosen(choices: ReturnType<typeof plan>): string[] {
  return startsOf(choices.flatMap((one) => (one.result === "chosen" ? [one.slot] : [])));
}

test('"Same time" means the same weekday and wall time where it is free', () => {
  expect(chosen(plan({}))).toEqual(["2026-11-02 16:00", "2026-11-30 16:00", "2026-12-14 16:00"]);
});

test("A slot at the wanted time on another weekday is not the same time", () => {
  const facts = pianoFoundation({ windows: [weekly(3, "16:00", "17:00")] });
  const slotsByWeek = [{ week: 4, slots: slotsOfWeek(facts, { week: 4, now: EARLY }) }];
  const wednesday = { weekday: 3, time: asWallTime("16:00") } as const;
  const choices = planSameTime({ ...facts, slotsByWeek, bookedWeeks: [] }, wednesday);
  expect(chosen(choices)).toEqual(["2026-11-04 16:00"]);
});

test('"Same time" keeps the wall time across a clock change', () => {
  const term = { startsOn: asDay("2026-09-07"), endsOn: asDay("2026-11-13") };
  const choices = plan({ term, enrolment: { startsOn: term.startsOn } });
  expect(chosen(choices)).toEqual(["2026-09-28 16:00", "2026-10-26 16:00", "2026-11-09 16:00"]);
});

test("Weeks already booked are left alone", () => {
  const choices = plan({}, [8]);
  expect(choices.map(({ result }) => result)).toEqual(["chosen", "already-booked", "chosen"]);
});

test("A clash offers the nearest free starts to the wanted one, and the rest is kept", () => {
  const teacherLessons = [{ ...lesson("2026-11-30", "16:15", "16:45"), locationId: "newtown" }];
  const choices = plan({ teacherLessons });
  expect(chosen(choices)).toEqual(["2026-11-02 16:00", "2026-12-14 16:00"]);
  const clash = choices[1];
  expect(clash?.result).toBe("clash");
  expect(startsOf(clash?.result === "clash" ? clash.alternatives : [])).toEqual([
    "2026-11-30 15:30",
    "2026-11-30 15:15",
    "2026-11-30 16:45",
  ]);
});
