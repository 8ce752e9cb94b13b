import { asSystem } from "@/lib/db/system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { SessionId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";
import type { SessionToken } from "./session-token";

/** Ends the session that a cookie names, with every copy of the cookie; nothing where it has ended. */
export async function endSession({ sessionId, userId }: SessionToken): Promise<void> {
  await asSystem((db) => db.userSession.deleteMany({ where: { id: sessionId, userId } }));
}

/** Ends one of a person's own sessions. Throws NotFound for another's, and for one that has ended. */
export async function endSessionOf(
  account: Account,
  sessionId: SessionId,
  now: Instant,
): Promise<void> {
  const { userId } = account.session;
  await asSystem(async (db) => {
    const [ended] = await db.$queryRaw<{ device: string }[]>`
      DELETE FROM user_session WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid
      RETURNING device`;
    if (ended === undefined) throw new NotFound("session");
    const { device } = ended;
    await recordSecurityEvent(db, { kind: "SESSIONS_ENDED", userId, device }, now);
  });
}
