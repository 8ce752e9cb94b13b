import { parseId } from "@/lib/ids";
import { addDays, asDay, daysBetween, parseDay, type Day, type Weekday } from "@/lib/time/day";
import { ENTRY_KINDS, type EntryKind } from "./calendar-range";
import { firstDayOfSchoolWeek } from "./school-week";

export const CALENDAR_VIEWS = ["day", "week", "month", "list"] as const;

export type CalendarView = (typeof CALENDAR_VIEWS)[number];
export type GridView = Exclude<CalendarView, "list">;

const FILTERS = ["teacher", "room", "location", "course", "student"] as const;

export type CalendarFilterName = (typeof FILTERS)[number] | "kind";
export type CalendarFilters = Partial<Record<(typeof FILTERS)[number], string>> & {
  kind?: EntryKind;
};

/** What a calendar page shows, as its address says it. */
export type CalendarAddress = {
  /** Null: what suits the screen. */
  view: CalendarView | null;
  date: Day;
  /** Of a list: one day instead of a week. */
  oneDay: boolean;
  /** Everybody's lessons, for those who see their own first. */
  everybody: boolean;
  filters: CalendarFilters;
  /** The entry whose details are open. */
  entry: string | null;
};

type Read = (name: string) => string | null;

/** Reads an address; whatever makes no sense is left out. */
export function readCalendarAddress(read: Read, today: Day): CalendarAddress {
  const view = CALENDAR_VIEWS.find((each) => each === read("view")) ?? null;
  const kind = ENTRY_KINDS.find((each) => each === read("kind"));
  const filters: CalendarFilters = kind === undefined ? {} : { kind };
  for (const name of FILTERS) {
    const id = parseId(read(name) ?? "");
    if (id !== null) filters[name] = id;
  }
  return {
    view,
    date: readDate(read("date")) ?? today,
    oneDay: read("span") === "day",
    everybody: read("lessons") === "school",
    filters,
    entry: read("entry")?.slice(0, MOST_ID) ?? null,
  };
}

const MOST_ID = 60;
const [EARLIEST, LATEST] = [asDay("1990-01-01"), asDay("2199-12-31")];

/** Far away from both, so that stepping on never leaves what a day can be. */
function readDate(text: string | null): Day | null {
  const day = parseDay(text ?? "");
  return day !== null && EARLIEST <= day && day <= LATEST ? day : null;
}

/** The query of the address, from "?" on. */
export function calendarQuery(address: CalendarAddress): string {
  const { view, date, oneDay, everybody, filters, entry } = address;
  const query = new URLSearchParams();
  if (view !== null) query.set("view", view);
  query.set("date", date);
  if (oneDay) query.set("span", "day");
  if (everybody) query.set("lessons", "school");
  for (const [name, value] of Object.entries(filters)) query.set(name, value);
  if (entry !== null) query.set("entry", entry);
  return `?${query.toString()}`;
}

export type DayRange = { from: Day; until: Day };

/** As many days of a week as a phone shows with full titles. */
export const PHONE_DAYS = 3;

type Shown = { view: GridView; date: Day; onPhone?: boolean };

/** The days that a view shows around a date: whole weeks of the school (on a phone a few days), or a day. */
export function visibleRange({ view, date, onPhone = false }: Shown, weekStart: Weekday): DayRange {
  switch (view) {
    case "day":
      return { from: date, until: addDays(date, 1) };
    case "week": {
      if (onPhone) return { from: date, until: addDays(date, PHONE_DAYS) };
      const from = firstDayOfSchoolWeek(date, weekStart);
      return { from, until: addDays(from, 7) };
    }
    case "month": {
      const from = firstDayOfSchoolWeek(monthStart(date, 0), weekStart);
      const last = addDays(monthStart(date, 1), -1);
      return { from, until: addDays(firstDayOfSchoolWeek(last, weekStart), 7) };
    }
  }
}

type Step = { view: GridView; date: Day; range: DayRange };

/** The date of the same view one step earlier (-1) or later (1): a month, or the days that are shown. */
export function stepDate({ view, date, range }: Step, step: -1 | 1): Day {
  if (view === "month") return monthStart(date, step);
  return addDays(date, step * daysBetween(range.from, range.until));
}

/** The first day of the month of a day, or of one so many months later. */
function monthStart(day: Day, later: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later;
  const month = String((months % 12) + 1).padStart(2, "0");
  return asDay(`${Math.floor(months / 12)}-${month}-01`);
}
