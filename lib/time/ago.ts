import { HOUR_MS, MINUTE_MS, type Instant } from "./instant";

const UNITS = [
  ["day", 24 * HOUR_MS],
  ["hour", HOUR_MS],
  ["minute", MINUTE_MS],
  ["second", 1_000],
] as const;

/** "20 seconds ago", "3 hours ago": in whole units of the largest that fits. */
export function formatAgo(instant: Instant, now: Instant, locale: string): string {
  const elapsed = Math.max(0, now - instant);
  const [unit, length] = UNITS.find(([, ms]) => elapsed >= ms) ?? ["second", 1_000];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  return words.format(-Math.floor(elapsed / length), unit);
}
