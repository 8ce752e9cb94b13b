import { asSystem } from "@/lib/db/system";
import { tokenHash } from "@/lib/link-token";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import type { SessionToken } from "./session-token";

/** Whether a session is still of its user's present generation, whatever school is asked for. */
export async function isLiveSession({ userId, sessionVersion }: SessionToken): Promise<boolean> {
  const where = { id: userId, sessionVersion, disabledAt: null };
  return (await asSystem((db) => db.user.count({ where }))) === 1;
}

/** Whether a token opens any school at all. */
export async function isLiveToken(token: string, now: Instant): Promise<boolean> {
  const where = {
    tokenHash: tokenHash(token),
    revokedAt: null,
    OR: [{ expiresAt: null }, { expiresAt: { gt: dateFromInstant(now) } }],
    user: { disabledAt: null },
  };
  return (await asSystem((db) => db.apiToken.count({ where }))) === 1;
}
