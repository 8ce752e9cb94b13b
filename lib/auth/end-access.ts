import type { SystemDb } from "@/lib/db/system";
import type { UserId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";

type Whose = {
  userId: UserId;
  /** Only while this is still the generation of the sessions; else the refusal `signed-out`. */
  sessionVersion?: number | undefined;
};

/**
 * The shared step, and the only place that ends a generation of sessions: all sessions and API tokens
 * of an identity, in every school. The user's row first: whoever opens a session or makes a token waits there.
 * Returns the generation that begins.
 */
export async function endAccess(
  db: SystemDb,
  { userId, sessionVersion }: Whose,
  now: Instant,
): Promise<number> {
  const [user] = await db.user.updateManyAndReturn({
    where: { id: userId, sessionVersion },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  if (user === undefined) throw new Refusal("signed-out");
  await db.userSession.deleteMany({ where: { userId } });
  await db.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: dateFromInstant(now) },
  });
  return user.sessionVersion;
}
