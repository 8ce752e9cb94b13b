import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { systemPool } from "@/lib/db/pools";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { tokenHash } from "@/lib/link-token";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { verdictOn, waitWords, type CountKind, type FailureCount } from "./sign-in-policy";

const RESETS_PER_ADDRESS = 30;

const resetsPerAddress = new RateLimiterPostgres({
  storeClient: systemPool,
  storeType: "pool",
  tableName: "sign_in_failure",
  tableCreated: true,
  keyPrefix: "reset",
  points: RESETS_PER_ADDRESS,
  duration: 15 * 60,
});

type Asked = {
  email: string;
  address: string;
  /** Known of this account, else null. */
  deviceId: string | null;
};

/** A password that may be compared; it counts as a wrong one, with its pause, until `attemptSucceeded`. */
export type Attempt = { keys: Record<string, CountKind>; isLast: boolean };

/**
 * Counts an attempt before its password is compared, under locks, so that however many come at once no
 * more are compared than the limits allow. Throws the refusals `too-many-attempts` and
 * `only-reset-link`, the same for accounts that do not exist; a refused attempt counts nothing.
 */
export async function beginAttempt(asked: Asked, now: Instant): Promise<Attempt> {
  const keys = keysOf(asked);
  return asSystem(async (db) => {
    const counts = await lockCounts(db, Object.keys(keys), now);
    const verdicts = Object.entries(keys).map(([key, kind]) => ({
      key,
      verdict: verdictOn(kind, counts.get(key) ?? null, now),
    }));
    const next: [string, FailureCount][] = [];
    for (const { key, verdict } of verdicts) {
      if (!verdict.ok) throw tooMany(verdict);
      next.push([key, verdict.next]);
    }
    await writeCounts(db, next);
    return {
      keys,
      isLast: verdicts.some(
        ({ key, verdict }) => verdict.ok && verdict.isLast && keys[key] !== "address",
      ),
    };
  });
}

/** A right password takes back its own count and forgets what failed at its address or device. */
export async function attemptSucceeded({ keys }: Attempt): Promise<void> {
  const own = (kinds: readonly CountKind[]) =>
    Object.keys(keys).filter((key) => kinds.some((kind) => kind === keys[key]));
  await asSystem(async (db) => {
    await db.signInCount.deleteMany({ where: { key: { in: own(["pair", "device"]) } } });
    await db.signInCount.updateMany({
      where: { key: { in: own(["address", "day"]) }, failures: { gt: 0 } },
      data: { failures: { decrement: 1 } },
    });
  });
}

/** A new password, set by who owns the account, forgets what failed on that day. */
export async function forgetFailures(email: string): Promise<void> {
  await asSystem((db) => db.signInCount.deleteMany({ where: { key: keyOf("day", email) } }));
}

/** Throws the refusal `too-many-attempts` when one address asks for very many new passwords. */
export async function countResetRequest(address: string): Promise<void> {
  try {
    await resetsPerAddress.consume(address);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooMany({ code: "too-many-requests", waitMs: error.msBeforeNext });
  }
}

function keysOf({ email, address, deviceId }: Asked): Record<string, CountKind> {
  if (deviceId !== null) return { [keyOf("device", `${deviceId} ${email}`)]: "device" };
  return {
    [keyOf("pair", `${email} ${address}`)]: "pair",
    [keyOf("address", address)]: "address",
    [keyOf("day", email)]: "day",
  };
}

function keyOf(kind: CountKind, of: string): string {
  return `${kind}:${tokenHash(of)}`;
}

/** Makes the rows that are missing and locks all, in one order, so that rivals queue. */
async function lockCounts(
  db: SystemDb,
  keys: readonly string[],
  now: Instant,
): Promise<Map<string, FailureCount>> {
  const at = dateFromInstant(now);
  const ordered = [...keys].sort();
  const rows = await db.$queryRaw<{ key: string; failures: number; since: Date; lastAt: Date }[]>`
    INSERT INTO sign_in_count (key, failures, since, last_at)
    SELECT key, 0, ${at}, ${at} FROM unnest(${ordered}::text[]) WITH ORDINALITY AS k(key, place) ORDER BY place
    ON CONFLICT (key) DO UPDATE SET key = excluded.key
    RETURNING key, failures, since, last_at AS "lastAt"`;
  return new Map(
    rows.map(({ key, failures, since, lastAt }) => [
      key,
      { failures, since: instantFromDate(since), lastAt: instantFromDate(lastAt) },
    ]),
  );
}

async function writeCounts(
  db: SystemDb,
  counts: readonly (readonly [string, FailureCount])[],
): Promise<void> {
  for (const [key, { failures, since, lastAt }] of counts) {
    await db.signInCount.updateMany({
      where: { key },
      data: { failures, since: dateFromInstant(since), lastAt: dateFromInstant(lastAt) },
    });
  }
}

function tooMany({ code, waitMs }: { code: string; waitMs: number }): Refusal {
  return new Refusal(code, { wait: waitWords(waitMs), retryAfter: Math.ceil(waitMs / 1_000) });
}
