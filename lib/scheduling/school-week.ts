import { addDays, weekdayOf, type Day, type Weekday } from "@/lib/time/day";

/** The first day of the calendar week that holds `day`. */
export function firstDayOfSchoolWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}
