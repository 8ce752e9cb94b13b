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
  /** A browser known of this account, in this generation of its sessions; null for any other. */
  knownDevice: string | null;
};

/** `isOnlyCounted`: what others have failed there does not refuse it. */
type Count = { key: string; kind: CountKind; isOnlyCounted?: boolean };

/** A password that may be compared; it counts as a wrong one, with its pause, until `attemptSucceeded`. */
export type Attempt = { counts: readonly Count[]; isLast: boolean };

/**
 * Counts an attempt before its password is compared, under locks, so that however many come at once no
 * more are compared than the limits allow. Throws the refusals `too-many-attempts` and
 * `only-reset-link`, the same for accounts that do not exist; a refused attempt counts nothing.
 */
export async function beginAttempt(asked: Asked, now: Instant): Promise<Attempt> {
  const all = countsOf(asked);
  return asSystem(async (db) => {
    const keys = all.map(({ key }) => key);
    const present = await lockCounts(db, keys, now);
    const counts: Count[] = [];
    const next: [string, FailureCount][] = [];
    let isLast = false;
    for (const count of all) {
      const verdict = verdictOn(count.kind, present.get(count.key) ?? null, now);
      if (verdict.ok) {
        counts.push(count);
        next.push([count.key, verdict.next]);
        isLast ||= verdict.isLast && count.kind !== "address";
      } else if (!count.isOnlyCounted) throw tooMany(verdict);
    }
    await writeCounts(db, next);
    return { counts, isLast };
  });
}

/** A right password takes back its own count and forgets what failed at its address or device. */
export async function attemptSucceeded({ counts }: Attempt): Promise<void> {
  const own = (kinds: readonly CountKind[]) =>
    counts.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  await asSystem(async (db) => {
    await db.signInCount.deleteMany({ where: { key: { in: own(["pair", "device"]) } } });
    await db.signInCount.updateMany({
      where: { key: { in: own(["address", "day", "device-day"]) }, failures: { gt: 0 } },
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

/** A known device is held to its own counts alone, but what fails with it counts for the others too. */
function countsOf({ email, address, knownDevice }: Asked): Count[] {
  const isOnlyCounted = knownDevice !== null;
  const device = `${knownDevice} ${email}`;
  const own: Count[] = isOnlyCounted
    ? [
        { key: keyOf("device", device), kind: "device" },
        { key: keyOf("device-day", device), kind: "device-day" },
      ]
    : [{ key: keyOf("pair", `${email} ${address}`), kind: "pair" }];
  return [
    ...own,
    { key: keyOf("address", address), kind: "address", isOnlyCounted },
    { key: keyOf("day", email), kind: "day", isOnlyCounted },
  ];
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
