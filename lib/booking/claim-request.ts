import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { actorIdOf } from "./get-booking-facts";
import { earlierResult } from "./request-key";

type Asked = { requestKey: string; inputHash: string };

/**
 * The ids of the first result when the actor's request was carried out before; null when it is new.
 * Rivals with the same key wait here until this transaction has ended. Throws
 * `Refusal("request-key-reused")` for the same key with another input.
 */
export async function claimRequest(
  db: Db,
  ctx: SchoolContext,
  { requestKey: key, inputHash }: Asked,
): Promise<string[] | null> {
  const actorId = actorIdOf(ctx);
  if (actorId === null) return null;
  const lock = `${ctx.schoolId} ${actorId} ${key}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 5))`;
  return earlierResult(await db.request.findFirst({ where: { actorId, key } }), inputHash);
}

/** What a claimed request ended in, for whoever sends it again. A refusal is not kept. */
export async function storeRequest(
  db: Db,
  ctx: SchoolContext,
  { requestKey: key, inputHash, resultIds }: Asked & { resultIds: readonly string[] },
): Promise<void> {
  const actorId = actorIdOf(ctx);
  if (actorId === null) return;
  const createdAt = dateFromInstant(ctx.now);
  await db.request.createMany({
    data: [{ actorId, key, inputHash, resultIds: [...resultIds], createdAt }],
  });
}
