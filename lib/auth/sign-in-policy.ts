import { HOUR_MS, MINUTE_MS, type Instant } from "@/lib/time/instant";

/** Wrong passwords since the first of a window. */
export type FailureCount = { failures: number; since: Instant; lastAt: Instant };

/** What wrong passwords count for: an account at one address, an address, an account's day, a known device, its day. */
export type CountKind = "pair" | "address" | "day" | "device" | "device-day";

export type Verdict =
  | { ok: true; next: FailureCount; isLast: boolean }
  | { ok: false; code: "too-many-attempts" | "only-reset-link"; waitMs: number };

const MOST = { pair: 10, device: 10, address: 100, day: 100, "device-day": 100 } as const;
const WINDOW_MS = {
  pair: 15 * MINUTE_MS,
  device: 15 * MINUTE_MS,
  address: 15 * MINUTE_MS,
  day: 24 * HOUR_MS,
  "device-day": 24 * HOUR_MS,
} as const;
const LONGEST_WAIT_S = 60;

/** A count that is older than this can be forgotten. */
export const LONGEST_WINDOW_MS = WINDOW_MS.day;

/**
 * Whether a password may be compared now, with the count as it stands when that one is wrong too. An
 * account at an address, and a known device, wait 1, 2, 4 ... 60 seconds after the tenth failure of 15
 * minutes; an address that failed a hundred times waits until its window is over; an account that
 * failed a hundred times in a day is open to known devices and to the mailed link alone, and a known
 * device that did so to the link alone.
 */
export function verdictOn(kind: CountKind, count: FailureCount | null, now: Instant): Verdict {
  const live = count !== null && now - count.since < WINDOW_MS[kind] ? count : null;
  const failures = live?.failures ?? 0;
  const waitMs = live === null ? 0 : waitOf(kind, live, now);
  if (waitMs > 0) {
    return { ok: false, code: isOfDay(kind) ? "only-reset-link" : "too-many-attempts", waitMs };
  }
  const next = { failures: failures + 1, since: live?.since ?? now, lastAt: now };
  return { ok: true, next, isLast: next.failures === MOST[kind] };
}

function waitOf(kind: CountKind, { failures, since, lastAt }: FailureCount, now: Instant): number {
  const over = failures - MOST[kind];
  if (over < 0) return 0;
  const untilWindowEnds = since + WINDOW_MS[kind] - now;
  if (kind === "address" || isOfDay(kind)) return untilWindowEnds;
  const pause = Math.min(LONGEST_WAIT_S, 2 ** over) * 1_000;
  return Math.min(untilWindowEnds, Math.max(0, lastAt + pause - now));
}

function isOfDay(kind: CountKind): boolean {
  return kind === "day" || kind === "device-day";
}

/** "1 second", "40 seconds", "12 minutes", "5 hours": never less than it is. */
export function waitWords(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  if (seconds <= 90) return counted(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
