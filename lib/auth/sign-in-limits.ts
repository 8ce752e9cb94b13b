import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { systemPool } from "@/lib/db/pools";
import { tokenHash } from "@/lib/link-token";
import { Refusal } from "@/lib/refusal";

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT = 10;
/** A school's Wi-Fi is one address. */
const FAILURES_PER_ADDRESS = 100;
const RESETS_PER_ADDRESS = 30;

const perAccount = limiter("account", FAILURES_PER_ACCOUNT);
const perAddress = limiter("address", FAILURES_PER_ADDRESS);
const resetsPerAddress = limiter("reset", RESETS_PER_ADDRESS);

export type Attempt = { email: string; address: string };

/**
 * Counts an attempt as a failure until it is said to have succeeded, so that many at once cannot slip
 * past. Throws the refusal `too-many-attempts`, the same for accounts that do not exist.
 */
export async function beginAttempt({ email, address }: Attempt): Promise<void> {
  const known = await perAddress.get(address);
  if (known !== null && known.consumedPoints >= FAILURES_PER_ADDRESS) throw tooMany(known);
  await consume(perAccount, tokenHash(email));
}

export async function attemptFailed({ address }: Pick<Attempt, "address">): Promise<void> {
  await perAddress.penalty(address);
}

/** A right password, or a new one, forgets the failures of the account. */
export async function forgetFailures(email: string): Promise<void> {
  await perAccount.delete(tokenHash(email));
}

/** Throws the refusal `too-many-attempts` when one address asks for very many new passwords. */
export async function countResetRequest(address: string): Promise<void> {
  await consume(resetsPerAddress, address);
}

async function consume(limit: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error);
    throw error;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Refusal {
  const minutes = Math.max(1, Math.ceil(msBeforeNext / 60_000));
  return new Refusal("too-many-attempts", {
    minutes: minutes === 1 ? "a minute" : `${minutes} minutes`,
  });
}

function limiter(keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: systemPool,
    storeType: "pool",
    tableName: "sign_in_failure",
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}
