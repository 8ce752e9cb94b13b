import { weekdayOf, type Weekday } from "@/lib/time/day";
import type { WallTime } from "@/lib/time/wall-time";
import type { Slot } from "./slots";

/** A weekday and wall time, and in how many of the weeks it is free. */
export type CommonTime = { weekday: Weekday; time: WallTime; weeksFree: number };

/** What "the same time every week" may be, by weekday and time. */
export function commonTimes(weeks: readonly { slots: readonly Slot[] }[]): CommonTime[] {
  const times = new Map<string, CommonTime>();
  for (const { day, time } of weeks.flatMap(({ slots }) => slots)) {
    const weekday = weekdayOf(day);
    const known = times.get(`${weekday} ${time}`);
    if (known === undefined) times.set(`${weekday} ${time}`, { weekday, time, weeksFree: 1 });
    else known.weeksFree += 1;
  }
  return [...times.values()].sort(
    (a, b) => a.weekday - b.weekday || a.time.localeCompare(b.time),
  );
}
