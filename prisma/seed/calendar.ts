import { addDays, weekdayOf, type Day } from "@/lib/time/day";

export type SeedTerm = { name: string; startsOn: Day; endsOn: Day };

/** Terms of ten weeks, Monday to Saturday, two weeks apart; the present day lies in week 2 of `current`. */
export type SeedCalendar = { earlier: SeedTerm[]; current: SeedTerm; next: SeedTerm };

const WEEKS_BETWEEN_STARTS = 12;
const LAST_DAY = 9 * 7 + 5;

export function calendarAround(today: Day): SeedCalendar {
  const firstMonday = addDays(today, 1 - weekdayOf(today) - 7);
  return {
    earlier: [termAt(firstMonday, -2), termAt(firstMonday, -1)],
    current: termAt(firstMonday, 0),
    next: termAt(firstMonday, 1),
  };
}

/** The day of an ISO weekday in a week of a term. */
export function dayIn(term: SeedTerm, week: number, weekday: number): Day {
  return addDays(term.startsOn, (week - 1) * 7 + weekday - 1);
}

/** Terms are numbered through from the quarter in which the present one begins. */
function termAt(firstMonday: Day, offset: number): SeedTerm {
  const quarter = +firstMonday.slice(0, 4) * 4 + Math.floor((+firstMonday.slice(5, 7) - 1) / 3);
  const number = quarter + offset;
  const startsOn = addDays(firstMonday, offset * WEEKS_BETWEEN_STARTS * 7);
  return {
    name: `Term ${(number % 4) + 1} ${Math.floor(number / 4)}`,
    startsOn,
    endsOn: addDays(startsOn, LAST_DAY),
  };
}
