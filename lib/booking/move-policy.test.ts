import { expect, test } from "vitest";
import { at } from "@/lib/testing/piano-foundation";
import { plusHours, plusMinutes } from "@/lib/time/instant";
import { mayMove, type MoveFacts } from "./move-policy";

const OLD = at("2026-11-04", "16:00");
const NEW = at("2026-11-05", "16:00");
const WEEK_BEFORE = plusHours(OLD, -168);

const move: MoveFacts = {
  courseKind: "HYBRID",
  state: "CONFIRMED",
  owedWeek: 4,
  newWeek: 4,
  oldStartsAt: OLD,
  newStartsAt: NEW,
  noticeHours: 24,
  moveToOtherDays: false,
};

function answer(changes: Partial<MoveFacts>, now = WEEK_BEFORE): string {
  const decision = mayMove({ ...move, ...changes }, now);
  return decision.ok ? "ok" : decision.code;
}

test("A family moves a booking within the same week", () => {
  expect(answer({})).toBe("ok");
});

test("Notice holds before the old start", () => {
  expect(answer({}, plusHours(OLD, -24))).toBe("ok");
  expect(answer({}, plusMinutes(OLD, -24 * 60 + 1))).toBe("inside-notice-period");
});

test("Notice holds before the new start", () => {
  const earlier = { oldStartsAt: NEW, newStartsAt: OLD };
  expect(answer(earlier, plusHours(OLD, -24))).toBe("ok");
  expect(answer(earlier, plusMinutes(OLD, -24 * 60 + 1))).toBe("new-start-inside-notice-period");
});

test("To another open day of the term only if the school allows it", () => {
  expect(answer({ newWeek: 5 })).toBe("outside-week");
  expect(answer({ newWeek: 5, moveToOtherDays: true })).toBe("ok");
  expect(answer({ newWeek: null, moveToOtherDays: true })).toBe("outside-week");
});

test("A booking keeps the week it is owed for: back into it is always the same week", () => {
  expect(answer({ oldStartsAt: at("2026-11-11", "16:00"), newWeek: 4 })).toBe("ok");
});

test.each(["GROUP", "BAND", "INDIVIDUAL", "ONE_OFF"] as const)(
  "Group lessons and plain courses are not moved by families: %s",
  (courseKind) => {
    expect(answer({ courseKind })).toBe("fixed-lesson");
  },
);

test.each(["CANCELLED", "COMPLETED", "NO_SHOW"] as const)(
  "A booking in state %s is not moved",
  (state) => {
    expect(answer({ state })).toBe("not-confirmed");
  },
);
