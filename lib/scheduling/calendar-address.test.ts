import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { asDay, daysBetween } from "@/lib/time/day";
import {
  type CalendarAddress,
  calendarQuery,
  readCalendarAddress,
  stepDate,
  visibleRange,
} from "./calendar-address";

const TODAY = asDay("2026-11-25");

function read(query: string): CalendarAddress {
  const params = new URLSearchParams(query);
  return readCalendarAddress((name) => params.get(name), TODAY);
}

describe("the address of a calendar", () => {
  it("says everything that is shown, so that reload, back and a shared link show it again", () => {
    const address: CalendarAddress = {
      ...{ view: "list", date: asDay("2026-11-02"), oneDay: true, everybody: true },
      filters: { teacher: newId(), room: newId(), kind: "band" },
      entry: `${newId()}-2026-11-02`,
    };
    expect(read(calendarQuery(address))).toEqual(address);
    const plain = read("");
    expect(plain).toMatchObject({ view: null, date: TODAY, filters: {}, entry: null });
    expect(read(calendarQuery(plain))).toEqual(plain);
  });

  it("makes the best of nonsense", () => {
    const odd = "?view=year&date=2026-02-30&teacher=1&kind=solo&span=x&lessons=1";
    for (const query of [odd, "?date=1989-12-31", "?date=2200-01-01", "?date=soon"]) {
      expect(read(query)).toEqual(read(""));
    }
  });
});

describe("the days of a view", () => {
  it.each([
    ["day", "2026-11-25", 1, "2026-11-25", "2026-11-26"],
    ["week", "2026-11-25", 1, "2026-11-23", "2026-11-30"],
    ["week", "2026-11-25", 7, "2026-11-22", "2026-11-29"],
    ["month", "2026-11-25", 1, "2026-10-26", "2026-12-07"],
    ["month", "2027-02-10", 1, "2027-02-01", "2027-03-01"],
    ["month", "2026-12-31", 1, "2026-11-30", "2027-01-04"],
  ] as const)("%s around %s with weeks from weekday %i", (view, date, weekStart, from, until) => {
    expect(visibleRange({ view, date: asDay(date) }, weekStart)).toEqual({ from, until });
  });

  it("are three of a week on a phone, from the date on, and so are its steps", () => {
    const shown = { view: "week", date: asDay("2026-11-25"), onPhone: true } as const;
    const range = visibleRange(shown, 1);
    expect(range).toEqual({ from: "2026-11-25", until: "2026-11-28" });
    expect(stepDate({ ...shown, range }, 1)).toBe("2026-11-28");
  });

  it("are never more than six weeks", () => {
    for (let month = 1; month <= 12; month += 1) {
      const date = asDay(`2026-${String(month).padStart(2, "0")}-15`);
      const { from, until } = visibleRange({ view: "month", date }, month % 2 === 0 ? 7 : 1);
      expect(daysBetween(from, until) / 7).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ["day", "2026-12-31", 1, "2027-01-01"],
    ["week", "2026-10-05", -1, "2026-09-28"],
    ["month", "2026-10-31", 1, "2026-11-01"],
    ["month", "2026-12-31", 1, "2027-01-01"],
    ["month", "2027-01-31", -1, "2026-12-01"],
  ] as const)("%s: from %s %i step leads to %s", (view, date, step, to) => {
    const shown = { view, date: asDay(date) };
    expect(stepDate({ ...shown, range: visibleRange(shown, 1) }, step)).toBe(to);
  });
});
