import { asInstant, MINUTE_MS, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";

type Grid = { lessonMinutes: number; slotStepMinutes: number | null };

/** The starts in a part of free time: from its beginning, step by step, while a lesson fits whole. */
export function gridOf(part: Interval, grid: Grid): Instant[] {
  const last = part.endsAt - grid.lessonMinutes * MINUTE_MS;
  const starts: Instant[] = [];
  for (let at: number = part.startsAt; at <= last; at += stepMs(grid)) starts.push(asInstant(at));
  return starts;
}

export function isOnGrid(startsAt: Instant, part: Interval, grid: Grid): boolean {
  return (startsAt - part.startsAt) % stepMs(grid) === 0;
}

function stepMs(grid: Grid): number {
  const minutes = grid.slotStepMinutes ?? grid.lessonMinutes;
  if (minutes <= 0) throw new RangeError(`not a slot step: ${minutes} minutes`);
  return minutes * MINUTE_MS;
}
