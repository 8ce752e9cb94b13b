import { asSystem } from "@/lib/db/system";
import type { SessionId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";

export type SessionView = {
  id: SessionId;
  /** "Chrome on Android". */
  device: string;
  startedAt: Instant;
  /** To within 10 minutes. */
  lastUsedAt: Instant;
  /** Whether it is the one that asks. */
  isThis: boolean;
};

/** A person's own live sessions: this one first, then by their last use. */
export async function listSessions({ session }: Account, now: Instant): Promise<SessionView[]> {
  return asSystem(
    (db) => db.$queryRaw<SessionView[]>`
      SELECT id, device, epoch_ms(started_at)::float8 AS "startedAt",
             epoch_ms(last_used_at)::float8 AS "lastUsedAt", id = ${session.sessionId}::uuid AS "isThis"
        FROM user_session WHERE user_id = ${session.userId}::uuid
         AND is_live_session(started_at, last_used_at, ${dateFromInstant(now)})
       ORDER BY "isThis" DESC, last_used_at DESC, id DESC`,
  );
}
