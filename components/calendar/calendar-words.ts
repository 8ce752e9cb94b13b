import type { CalendarView, DayRange } from "@/lib/scheduling/calendar-address";
import type { CalendarRange } from "@/lib/scheduling/calendar-range";
import { addDays, type Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";

type Shown = { view: CalendarView; date: Day; range: DayRange; locale: string };

/** "Mon 2 Nov – Sun 8 Nov", "Monday 2 November 2026" or "November 2026". */
export function rangeTitle({ view, date, range, locale }: Shown): string {
  if (view === "month") return formatDay(date, locale, "month");
  const last = addDays(range.until, -1);
  if (range.from === last) return formatDay(range.from, locale, "long");
  return `${formatDay(range.from, locale, "short")} – ${formatDay(last, locale, "short")}`;
}

/** "Week 4, Term 4", "Weeks 4 to 8, Term 4", or what two terms have each. */
export function weeksText(weeks: CalendarRange["weeks"]): string {
  const byTerm = Map.groupBy(weeks, ({ term }) => term);
  const texts = [...byTerm].map(([term, ofTerm]) => {
    const [first, last] = [ofTerm[0]?.week, ofTerm.at(-1)?.week];
    return first === last ? `Week ${first}, ${term}` : `Weeks ${first} to ${last}, ${term}`;
  });
  return texts.join(" · ") || "No term";
}

export function closureText({ name, location }: { name: string; location: string | null }): string {
  return location === null ? name : `${location}: ${name}`;
}

type Who = {
  students: number;
  names: readonly string[];
  placeholder: { booked: number; owed: number } | null;
};

/** Who is in an entry, in as few words as say it. */
export function whoText({ students, names, placeholder }: Who): string {
  if (placeholder !== null) return bookedText(placeholder);
  if (names.length > 0) return names.join(", ");
  return students === 0 ? "Nobody enrolled" : studentCount(students);
}

export function bookedText({ booked, owed }: { booked: number; owed: number }): string {
  return `${booked} of ${owed} booked`;
}

export function studentCount(count: number): string {
  return count === 1 ? "1 student" : `${count} students`;
}
