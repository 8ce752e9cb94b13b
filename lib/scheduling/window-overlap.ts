import type { WeeklyWindow } from "./free-time";

/** Two open times at different locations that meet on a weekday while both are valid. */
export function windowOverlap(
  windows: readonly WeeklyWindow[],
): readonly [WeeklyWindow, WeeklyWindow] | null {
  for (const [index, first] of windows.entries()) {
    const second = windows.slice(index + 1).find((other) => meet(first, other));
    if (second) return [first, second];
  }
  return null;
}

function meet(a: WeeklyWindow, b: WeeklyWindow): boolean {
  return (
    a.weekday === b.weekday &&
    a.locationId !== b.locationId &&
    a.startTime < b.endTime &&
    b.startTime < a.endTime &&
    (b.validUntil === null || a.validFrom <= b.validUntil) &&
    (a.validUntil === null || b.validFrom <= a.validUntil)
  );
}
