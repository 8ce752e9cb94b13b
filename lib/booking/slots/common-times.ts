import { weekdayOf, type Weekday } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import type { WallTime } from "@/lib/time/wall-time";
import type { Slot } from "./slots";

/** A weekday and wall time, in how many of the weeks it is free, and when for the first time. */
export type CommonTime = {
  weekday: Weekday;
  time: WallTime;
  weeksFree: number;
  firstAt: Instant;
};

/** What "the same time every week" may be, by weekday and time. */
export function commonTimes(weeks: readonly { slots: readonly Slot[] }[]): CommonTime[] {
  const times = new Map<string, CommonTime>();
  for (const { day, time, startsAt: firstAt } of weeks.flatMap(({ slots }) => slots)) {
    const weekday = weekdayOf(day);
    const known = times.get(`${weekday} ${time}`);
    if (known === undefined)
      times.set(`${weekday} ${time}`, { weekday, time, weeksFree: 1, firstAt });
    else known.weeksFree += 1;
  }
  return [...times.values()].sort((a, b) => a.weekday - b.weekday || a.time.localeCompare(b.time));
}
