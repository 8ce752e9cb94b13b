import { dateFromDay, type Day } from "./day";
import type { Instant } from "./instant";
import { dayAt, type TimeZone } from "./zone";

export type DayStyle = "short" | "long" | "weekday" | "month";

const STYLES: Record<DayStyle | "time", Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", day: "numeric", month: "short" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long" },
  month: { month: "long", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Mon 30 Nov", "Monday 30 November 2026", "Monday" or "November 2026". */
export function formatDay(day: Day, locale: string, style: DayStyle): string {
  return dayText(formatter(locale, "UTC", style).format(dateFromDay(day)));
}

/** "4:00 pm". */
export function formatTime(instant: Instant, zone: TimeZone, locale: string): string {
  return plain(formatter(locale, zone, "time").format(instant));
}

/** "4:00 – 4:45 pm"; times alone also where the end is midnight, which is another date. */
export function formatTimeRange(
  range: { startsAt: Instant; endsAt: Instant },
  zone: TimeZone,
  locale: string,
): string {
  const { startsAt, endsAt } = range;
  const times = formatter(locale, zone, "time");
  if (dayAt(startsAt, zone) !== dayAt(endsAt, zone)) {
    return plain(`${times.format(startsAt)} – ${times.format(endsAt)}`);
  }
  return plain(times.formatRange(startsAt, endsAt)).replace(/\s*–\s*/, " – ");
}

/** "Mon 30 Nov, 4:00 pm". */
export function formatDateTime(instant: Instant, zone: TimeZone, locale: string): string {
  const day = dayText(formatter(locale, zone, "short").format(instant));
  return `${day}, ${formatTime(instant, zone, locale)}`;
}

function formatter(
  locale: string,
  timeZone: string,
  style: keyof typeof STYLES,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
    formatters.set(key, found);
  }
  return found;
}

/** Without the comma that some locales set after the weekday. */
function dayText(text: string): string {
  return plain(text).replace(/^([^\s,]+),/, "$1");
}

/** Servers and browsers space dates differently; one kind of space keeps them alike. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
