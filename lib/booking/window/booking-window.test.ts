import { expect, test } from "vitest";
import { at } from "@/lib/testing/piano-foundation";
import { asInstant } from "@/lib/time/instant";
import { bookingWindow, mayBookFirst } from "./booking-window";

const OPENS = at("2026-10-01", "09:00");
const CLOSES = at("2026-10-20", "17:00");
const LATER = at("2026-11-10", "17:00");
const window = { opensAt: OPENS, closesAt: CLOSES, bookUntil: null };

function before(moment: number) {
  return asInstant(moment - 1);
}

test.each([
  ["before it opens", window, before(OPENS), "window-not-open-yet"],
  ["from the moment it opens", window, OPENS, "ok"],
  ["until just before it closes", window, before(CLOSES), "ok"],
  ["no longer when it closes", window, CLOSES, "window-closed"],
  ["opened by hand, without an end", { ...window, closesAt: null }, LATER, "ok"],
  [
    "closed by hand before it opened",
    { ...window, closesAt: before(OPENS) },
    OPENS,
    "window-closed",
  ],
  ["never opened", { ...window, opensAt: null }, OPENS, "no-window"],
])("First bookings need now inside the window: %s", (_, facts, now, answer) => {
  const decision = mayBookFirst(facts, now);
  expect(decision.ok ? "ok" : decision.code).toBe(answer);
});

test.each([
  ["after the window closed", CLOSES, LATER, true],
  ["not beyond its own end", LATER, LATER, false],
  ["not before the window opens", before(OPENS), LATER, false],
])("Whoever joins after the window closed may book until a date: %s", (_, now, until, may) => {
  expect(mayBookFirst({ ...window, bookUntil: until }, now).ok).toBe(may);
});

test("A date before the window's end takes nothing away", () => {
  expect(mayBookFirst({ ...window, bookUntil: OPENS }, before(CLOSES)).ok).toBe(true);
});

test("A lesson cancelled after the window closed is not bookable again by the family", () => {
  expect(mayBookFirst(window, before(CLOSES)).ok).toBe(true);
  expect(mayBookFirst(window, CLOSES).ok).toBe(false);
});

test("The window says when it opens, closes or closed", () => {
  expect(bookingWindow(window, before(OPENS))).toEqual({ state: "not-yet", opensAt: OPENS });
  expect(bookingWindow(window, OPENS)).toEqual({ state: "open", closesAt: CLOSES });
  expect(bookingWindow(window, LATER)).toEqual({ state: "closed", closedAt: CLOSES });
  expect(bookingWindow({ ...window, bookUntil: LATER }, CLOSES)).toEqual({
    state: "open",
    closesAt: LATER,
  });
  expect(bookingWindow({ ...window, opensAt: null }, OPENS)).toEqual({ state: "none" });
});
