import { dateFromDay, type Day } from "./day";
import type { Instant } from "./instant";
import type { TimeZone } from "./zone";

export type DayStyle = "short" | "long" | "weekday";

const DAY_OPTIONS: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", day: "numeric", month: "short" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long" },
};
const TIME_OPTIONS: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Mon 30 Nov", "Monday 30 November 2026" or "Monday". */
export function formatDay(day: Day, locale: string, style: DayStyle): string {
  const text = formatter(locale, "UTC", style, DAY_OPTIONS[style]).format(dateFromDay(day));
  return plain(text).replace(/^([^\s,]+),/, "$1");
}

/** "4:00 pm". */
export function formatTime(instant: Instant, zone: TimeZone, locale: string): string {
  return plain(formatter(locale, zone, "time", TIME_OPTIONS).format(instant));
}

/** "4:00 – 4:45 pm". */
export function formatTimeRange(
  range: { startsAt: Instant; endsAt: Instant },
  zone: TimeZone,
  locale: string,
): string {
  const times = formatter(locale, zone, "time", TIME_OPTIONS);
  return plain(times.formatRange(range.startsAt, range.endsAt)).replace(/\s*–\s*/, " – ");
}

/** "Mon 30 Nov, 4:00 pm". */
export function formatDateTime(instant: Instant, zone: TimeZone, locale: string): string {
  const day = formatter(locale, zone, "short", DAY_OPTIONS.short).format(instant);
  return `${plain(day).replace(/^([^\s,]+),/, "$1")}, ${formatTime(instant, zone, locale)}`;
}

function formatter(
  locale: string,
  zone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${name}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

/** Servers and browsers space dates differently; one kind of space keeps them alike. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
