import { addDays, parseDay, weekdayOf, type Day, type Weekday } from "@/lib/time/day";

/** The first day of the calendar week that holds `day`. */
export function firstDayOfSchoolWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** The week that an address asks for, by any of its days; this week when it asks for none. */
export function weekOfAddress(text: unknown, today: Day, weekStart: Weekday): Day {
  const asked = typeof text === "string" ? parseDay(text) : null;
  return firstDayOfSchoolWeek(asked ?? today, weekStart);
}
