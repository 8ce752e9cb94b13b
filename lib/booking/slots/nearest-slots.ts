import type { Instant } from "@/lib/time/instant";

/** The `count` starts nearest to the wanted one, nearest first; of two as near, the earlier. */
export function nearestSlots<S extends { startsAt: Instant }>(
  slots: readonly S[],
  wanted: Instant,
  count: number,
): S[] {
  const away = (slot: S) => Math.abs(slot.startsAt - wanted);
  return [...slots].sort((a, b) => away(a) - away(b) || a.startsAt - b.startsAt).slice(0, count);
}
