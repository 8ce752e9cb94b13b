import type { CalendarEntry } from "@/lib/scheduling/week-calendar";

/** The hours of the day in which any of the entries begins, in order. */
export function hoursOf(entries: readonly CalendarEntry[]): number[] {
  const hours = new Set(entries.map(({ startMinute }) => Math.floor(startMinute / 60)));
  return [...hours].sort((a, b) => a - b);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "4 pm". */
export function hourText(hour: number, locale: string): string {
  let format = formatters.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" });
    formatters.set(locale, format);
  }
  return format.format(hour * 3_600_000);
}
