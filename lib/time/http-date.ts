import { asInstant, type Instant } from "./instant";

const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** "Mon, 30 Nov 2026 05:00:00 GMT", as HTTP says a moment (RFC 9110, 5.6.7): whole seconds, cut off. */
export function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** Null for anything else, as the standard says that such a header is not heard. */
export function parseHttpDate(text: string): Instant | null {
  const ms = IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : asInstant(ms);
}
