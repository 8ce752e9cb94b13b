import { asSystem } from "@/lib/db/system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { newId, type SessionId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { lockProvenUser } from "./lock-proven-user";
import type { ProvenUser, SessionToken } from "./session-token";

/** Whoever signs in more often has forgotten the oldest. */
const MOST_SESSIONS = 50;

type Opening = {
  /** The browser in plain words. */
  device: string;
  /** What this browser was signed in with before. */
  replaces: SessionToken | null;
  /** After a new password, whose own record says it: the same browser goes on, nobody signs in. */
  goesOn?: boolean;
};

/**
 * A session of somebody who has just proved who they are: only with it are they signed in, and only then is
 * it kept that they did. Throws `signed-out` when that proof is past already (`lockProvenUser`).
 */
export async function openSession(
  user: ProvenUser,
  { device, replaces, goesOn = false }: Opening,
  now: Instant,
): Promise<SessionToken> {
  const { userId, sessionVersion } = user;
  const sessionId = newId<SessionId>();
  await asSystem(async (db) => {
    await lockProvenUser(db, user);
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
    if (!goesOn) await recordSecurityEvent(db, { kind: "SIGNED_IN", userId, device }, now);
  });
  return { userId, sessionVersion, sessionId };
}
