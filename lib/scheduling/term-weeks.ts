import { addDays, dayNumber, weekdayOf, type Day, type Weekday } from "@/lib/time/day";

export type Term = { startsOn: Day; endsOn: Day };

/** A whole calendar week of a term; its ends may lie outside the term's dates. */
export type TermWeek = { week: number; from: Day; to: Day };

/** Week 1 is the calendar week that holds the first day; numbers never skip a closed week. */
export function termWeeks(term: Term, weekStart: Weekday): TermWeek[] {
  return Array.from({ length: weekCount(term, weekStart) }, (_, index) => {
    const from = firstDayOfWeek(term, weekStart, index + 1);
    return { week: index + 1, from, to: addDays(from, 6) };
  });
}

function weekCount(term: Term, weekStart: Weekday): number {
  const first = firstDayOfWeek(term, weekStart, 1);
  return Math.max(0, Math.floor((dayNumber(term.endsOn) - dayNumber(first)) / 7) + 1);
}

/** The number of the calendar week that holds `day`, also for its days outside the term's dates. */
export function weekOfDay(term: Term, weekStart: Weekday, day: Day): number | null {
  const first = firstDayOfWeek(term, weekStart, 1);
  const week = Math.floor((dayNumber(day) - dayNumber(first)) / 7) + 1;
  return week >= 1 && week <= weekCount(term, weekStart) ? week : null;
}

/** The day of a weekday in a week, even where it lies before or after the term's dates. */
export function dayInWeek(
  term: Term,
  weekStart: Weekday,
  at: { week: number; weekday: Weekday },
): Day {
  const from = firstDayOfWeek(term, weekStart, at.week);
  return addDays(from, (at.weekday - weekStart + 7) % 7);
}

export function daysOfWeek(term: Term, weekStart: Weekday, week: number): Day[] {
  const from = firstDayOfWeek(term, weekStart, week);
  return Array.from({ length: 7 }, (_, index) => addDays(from, index));
}

export function isInTerm(term: Term, day: Day): boolean {
  return term.startsOn <= day && day <= term.endsOn;
}

function firstDayOfWeek(term: Term, weekStart: Weekday, week: number): Day {
  const back = (weekdayOf(term.startsOn) - weekStart + 7) % 7;
  return addDays(term.startsOn, (week - 1) * 7 - back);
}
