import { dateFromInstant, plusHours, type Instant } from "@/lib/time/instant";

/** After two weeks nobody misses a mail any more. */
const MISSED_HOURS = 14 * 24;

/** Which mails failed and are still worth a person's look, as a `where` on deliveries. */
export function failedMails(now: Instant) {
  const after = dateFromInstant(plusHours(now, -MISSED_HOURS));
  return { state: "FAILED" as const, createdAt: { gt: after } };
}
