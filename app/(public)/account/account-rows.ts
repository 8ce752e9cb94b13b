import type { ApiTokenRow } from "@/components/account/api-token-list";
import type { CalendarAddressRow } from "@/components/account/calendar-addresses";
import type { SessionRow } from "@/components/account/session-list";
import type { CalendarAddressView } from "@/lib/auth/list-calendar-addresses";
import type { ApiTokenView } from "@/lib/auth/list-api-tokens";
import type { SessionView } from "@/lib/auth/list-sessions";
import { formatAgo } from "@/lib/time/ago";
import { formatDay } from "@/lib/time/format";
import { MINUTE_MS, type Instant } from "@/lib/time/instant";
import { dayAt, type TimeZone } from "@/lib/time/zone";

/** Whose days and words the page speaks in: those of the person's first school. */
export type Clock = { now: Instant; timeZone: TimeZone; locale: string };

export function sessionRow(
  { id, device, startedAt, lastUsedAt, isThis }: SessionView,
  clock: Clock,
) {
  const used = `last used ${usedText(lastUsedAt, clock)}`;
  const times = `Signed in on ${dayText(startedAt, clock)} · ${used}`;
  return { id, device, isThis, times } satisfies SessionRow;
}

export function apiTokenRow(token: ApiTokenView, clock: Clock): ApiTokenRow {
  const { id, name, schoolName, isExpired, lastUsedAt, expiresAt } = token;
  const made = `made on ${dayText(token.createdAt, clock)}`;
  const used = lastUsedAt === null ? "never used" : `last used ${usedText(lastUsedAt, clock)}`;
  const ends = expiresAt === null ? "no end" : endText(expiresAt, token.isExpired, clock);
  return {
    id,
    name,
    schoolName,
    isExpired,
    canWrite: token.scope === "WRITE",
    times: [made, used, ends],
  };
}

function endText(expiresAt: Instant, isExpired: boolean, clock: Clock): string {
  return `${isExpired ? "expired on" : "works until"} ${dayText(expiresAt, clock)}`;
}

export function calendarRow(address: CalendarAddressView, clock: Clock): CalendarAddressRow {
  const { scope, schoolName, href, fetchedAt } = address;
  const { now, locale } = clock;
  const read =
    fetchedAt === null ? "not read yet" : `last read ${formatAgo(fetchedAt, now, locale)}`;
  return { scope, schoolName, href, read };
}

/** A use is written down every 10 minutes at most, so that nothing closer is known. */
function usedText(usedAt: Instant, { now, locale }: Clock): string {
  return now - usedAt < 10 * MINUTE_MS ? "just now" : formatAgo(usedAt, now, locale);
}

function dayText(instant: Instant, { timeZone, locale }: Clock): string {
  return formatDay(dayAt(instant, timeZone), locale, "long");
}
