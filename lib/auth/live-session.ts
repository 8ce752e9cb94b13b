import { callAsSystem } from "@/lib/db/call";
import { asSystem } from "@/lib/db/system";
import { tokenHash } from "@/lib/link-token";
import { dateFromInstant, isoFromInstant, type Instant } from "@/lib/time/instant";
import type { SessionToken } from "./session-token";

/** Whether a session lives, whatever school is asked for. */
export async function isLiveSession(session: SessionToken, now: Instant): Promise<boolean> {
  const { sessionId, userId, sessionVersion } = session;
  const args = [sessionId, userId, sessionVersion, isoFromInstant(now)];
  return (await callAsSystem("user_of_session", args)) !== null;
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
