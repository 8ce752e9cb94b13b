import type { CalendarAddress, DayRange, GridView } from "@/lib/scheduling/calendar-address";
import type { CalendarOwner } from "@/lib/scheduling/calendar-reach";
import type { SchoolFacts } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";

/** Where the things of an entry have their pages, for whoever may go there. */
export type EntryLinks = {
  course?: string;
  booking?: string;
  student?: string;
  /** Where an individual lesson is booked. */
  book?: "desk" | "family";
};

/** What a calendar page is, apart from what its address says; small and plain, for the browser too. */
export type CalendarSetting = {
  /** The page. */
  path: string;
  /** The school's area, above which its pages stand. */
  base: string;
  /** Where ranges and details are read. */
  api: string;
  owner: CalendarOwner;
  school: Pick<SchoolFacts, "timeZone" | "locale" | "weekStart">;
  today: Day;
  /** Whether one's own lessons are told from everybody's. */
  bothOwners: boolean;
  /** Whether a phone shows the list when the address asks for no view. */
  listFirst: boolean;
  filters: readonly ("teacher" | "room" | "location" | "course" | "kind" | "student")[];
  links: EntryLinks;
};

/** Where the entries of some days are read. */
export function rangeUrl(
  { api, owner }: CalendarSetting,
  { filters }: Pick<CalendarAddress, "filters">,
  { from, until }: DayRange,
): string {
  const query = new URLSearchParams({ from, until, owner });
  for (const [name, value] of Object.entries(filters)) {
    query.set(name === "kind" ? "kinds" : `${name}Id`, value);
  }
  return `${api}?${query.toString()}`;
}

export function detailsUrl({ api, owner }: CalendarSetting, entry: string): string {
  return `${api}/${encodeURIComponent(entry)}?owner=${owner}`;
}

/** A grid's name for what it shows, as FullCalendar knows it; `days` are some days of a week. */
export const GRID_NAMES: Record<GridView | "days", string> = {
  day: "timeGridDay",
  days: "timeGridDays",
  week: "timeGridWeek",
  month: "dayGridMonth",
};
