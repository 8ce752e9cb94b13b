import type { SystemDb } from "@/lib/db/system";
import type { UserId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";

/** How many API tokens a new password, or signing out everywhere, would end. */
export async function countLiveTokens(db: SystemDb, userId: UserId, now: Instant): Promise<number> {
  const open = [{ expiresAt: null }, { expiresAt: { gt: dateFromInstant(now) } }];
  return db.apiToken.count({ where: { userId, revokedAt: null, OR: open } });
}
