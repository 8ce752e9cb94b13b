import { asSystem } from "@/lib/db/system";
import { asInstant, dateFromInstant, plusHours, type Instant } from "@/lib/time/instant";
import { LONGEST_WINDOW_MS } from "./sign-in-policy";

const DAY = 24;
/** How long each is of use, in hours: a repeated request, a used link, a notice once read, a vendor's message, the history of a sign-in. */
const KEPT_HOURS = {
  request: 30 * DAY,
  link: 7 * DAY,
  readNotice: 90 * DAY,
  message: 90 * DAY,
  /** The policy `system_forgets` lets nothing younger go. */
  securityEvent: 365 * DAY,
};

/** Deletes what has expired and nobody can use any more. May run at any time. */
export async function cleanUpExpired(now: Instant): Promise<void> {
  const before = (hours: number) => dateFromInstant(plusHours(now, -hours));
  await asSystem(async (db) => {
    await db.$executeRaw`
      DELETE FROM user_session
       WHERE NOT is_live_session(started_at, last_used_at, ${dateFromInstant(now)})`;
    await db.signInFailure.deleteMany({ where: { expire: { lt: BigInt(now) } } });
    const over = dateFromInstant(asInstant(now - LONGEST_WINDOW_MS));
    await db.signInCount.deleteMany({ where: { since: { lt: over } } });
    await db.passwordReset.deleteMany({ where: { expiresAt: { lt: before(KEPT_HOURS.link) } } });
    await db.webhookMessage.deleteMany({
      where: { receivedAt: { lt: before(KEPT_HOURS.message) } },
    });
    await db.securityEvent.deleteMany({ where: { at: { lt: before(KEPT_HOURS.securityEvent) } } });
    await db.request.deleteMany({ where: { createdAt: { lt: before(KEPT_HOURS.request) } } });
    await db.notice.deleteMany({ where: { readAt: { lt: before(KEPT_HOURS.readNotice) } } });
  });
}
