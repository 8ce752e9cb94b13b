import { asSystem } from "@/lib/db/system";
import { newId, type SessionId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import type { ProvenUser, SessionToken } from "./session-token";

/** Whoever signs in more often has forgotten the oldest. */
const MOST_SESSIONS = 50;

type Opening = {
  /** The browser in plain words. */
  device: string;
  /** What this browser was signed in with before. */
  replaces: SessionToken | null;
};

/**
 * A session of somebody who has just proved who they are. Throws `signed-out` when that is past already:
 * a new password or "sign out everywhere" in the same moment. The lock on the user makes the two queue.
 */
export async function openSession(
  user: ProvenUser,
  { device, replaces }: Opening,
  now: Instant,
): Promise<SessionToken> {
  const { userId, sessionVersion } = user;
  const sessionId = newId<SessionId>();
  await asSystem(async (db) => {
    const present = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM "user" WHERE id = ${userId}::uuid AND session_version = ${sessionVersion}
         AND disabled_at IS NULL FOR SHARE`;
    if (present.length === 0) throw new Refusal("signed-out");
    if (replaces !== null) {
      const { sessionId: id, userId: owner } = replaces;
      await db.userSession.deleteMany({ where: { id, userId: owner } });
    }
    const at = dateFromInstant(now);
    await db.userSession.create({
      data: { id: sessionId, userId, device, startedAt: at, lastUsedAt: at },
    });
    await db.$executeRaw`
      DELETE FROM user_session WHERE user_id = ${userId}::uuid AND id NOT IN (
        SELECT id FROM user_session WHERE user_id = ${userId}::uuid
         ORDER BY last_used_at DESC, id DESC LIMIT ${MOST_SESSIONS})`;
  });
  return { userId, sessionVersion, sessionId };
}
