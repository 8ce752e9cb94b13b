import { Temporal } from "temporal-polyfill";
import { HOUR_MS, type Instant } from "./instant";
import type { TimeZone } from "./zone";

/** How far the clocks of a zone are ahead of UTC at a moment (ISO), as this server has it. */
export type ClockReading = { zone: string; at: string; offsetSeconds: number };

/**
 * The clocks of `zone` read once a day, and on both sides of every change that this server knows of:
 * whoever has other rules reads at least one of these moments otherwise.
 */
export function readClocks(zone: TimeZone, from: Instant, until: Instant): ClockReading[] {
  const moments = new Set<number>();
  for (let at: number = from; at < until; at += 24 * HOUR_MS) moments.add(at);
  for (const change of changesOf(zone, from, until)) moments.add(change - 1_000).add(change);
  return [...moments].map((ms) => {
    const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const at = there.toInstant().toString();
    return { zone, at, offsetSeconds: Math.round(there.offsetNanoseconds / 1e9) };
  });
}

function changesOf(zone: TimeZone, from: Instant, until: Instant): number[] {
  const changes: number[] = [];
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  let change = start.getTimeZoneTransition("next");
  while (change !== null && change.epochMilliseconds < until) {
    changes.push(change.epochMilliseconds);
    change = change.getTimeZoneTransition("next");
  }
  return changes;
}
