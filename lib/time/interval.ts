import type { Instant } from "./instant";

/** A stretch of time, half open: `[startsAt, endsAt)`. */
export type Interval = { startsAt: Instant; endsAt: Instant };

export function overlaps(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The same time as a sorted list in which no parts overlap or touch; empty parts vanish. */
export function mergeIntervals(list: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  const sorted = list
    .filter((part) => part.startsAt < part.endsAt)
    .sort((a, b) => a.startsAt - b.startsAt);
  for (const { startsAt, endsAt } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && startsAt <= last.endsAt) {
      if (endsAt > last.endsAt) last.endsAt = endsAt;
    } else merged.push({ startsAt, endsAt });
  }
  return merged;
}

/** What is left of `from` (merged) without the time of `minus`. */
export function subtractIntervals(
  from: readonly Interval[],
  minus: readonly Interval[],
): Interval[] {
  let left = mergeIntervals(from);
  for (const taken of mergeIntervals(minus)) left = left.flatMap((part) => without(part, taken));
  return left;
}

function without(part: Interval, taken: Interval): Interval[] {
  if (!overlaps(part, taken)) return [part];
  const before = { startsAt: part.startsAt, endsAt: taken.startsAt };
  const after = { startsAt: taken.endsAt, endsAt: part.endsAt };
  return [before, after].filter((rest) => rest.startsAt < rest.endsAt);
}
