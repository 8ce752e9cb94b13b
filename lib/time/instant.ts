import type { Brand } from "@/lib/brand";

/** A moment on the time line: milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, "Instant">;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

const ISO_INSTANT =
  /^(?:19|2\d)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function asInstant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not an instant: ${ms}`);
  return ms as Instant;
}

/** The only clock of the program; everything else is handed its `now`. */
export function systemNow(): Instant {
  return Date.now() as Instant;
}

export function instantFromDate(date: Date): Instant {
  return asInstant(date.getTime());
}

export function dateFromInstant(instant: Instant): Date {
  return new Date(instant);
}

/** Reads strict ISO 8601 with an offset or Z, of the years 1900 to 2999; anything else is null. */
export function parseInstant(iso: string): Instant | null {
  if (!ISO_INSTANT.test(iso) || !isCalendarDay(iso.slice(0, 10))) return null;
  return asInstant(Math.floor(Date.parse(iso)));
}

/** "2026-10-01T06:00:00Z", with a fraction only when there is one. */
export function isoFromInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return asInstant(instant + minutes * MINUTE_MS);
}

export function plusHours(instant: Instant, hours: number): Instant {
  return asInstant(instant + hours * HOUR_MS);
}

/** Whether the text "YYYY-MM-DD" names a day that exists. */
export function isCalendarDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
