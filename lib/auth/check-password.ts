import { asSystem } from "@/lib/db/system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { Refusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import { passwordMatches } from "./password-matches";
import { attemptSucceeded, beginAttempt, type Attempt } from "./sign-in-limits";

type Known = {
  id: string;
  passwordHash: string;
  sessionVersion: number;
  disabledAt: Date | null;
};

type Asked<User extends Known> = {
  email: string;
  password: string;
  caller: Caller;
  /** Whose password it would be; null when there is nobody. */
  user: User | null;
  /** How a wrong one is refused. */
  refusal: "wrong-credentials" | "wrong-password";
  /** Whether the caller has shown already, by their session, that it is theirs. */
  isSignedIn?: boolean;
};

/**
 * The only place that compares a password (an import rule holds that): counted before, whoever asks and
 * whether there is such an account or not, by the same path with one comparison. A wrong one is kept for
 * its owner to see. Throws `refusal`, `too-many-attempts`, `only-reset-link`.
 */
export async function checkPassword<User extends Known>(
  { email, password, caller, user, refusal, isSignedIn = false }: Asked<User>,
  now: Instant,
): Promise<User> {
  const device = isSignedIn ? "signed in" : deviceOf(caller, user);
  const knownDevice = user && device && `${device} ${user.sessionVersion}`;
  const attempt = await beginAttempt({ email, address: caller.address, knownDevice }, now);
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (user === null || !matches || user.disabledAt !== null) {
    await recordFailure({ attempt, userId: user?.id ?? null, device: caller.device }, now);
    throw new Refusal(refusal);
  }
  await attemptSucceeded(attempt);
  return user;
}

/** The id of a browser of theirs, in the present generation of their sessions. */
function deviceOf({ known }: Caller, user: Known | null): string | null {
  const isTheirs = known?.users.some(
    ({ userId, sessionVersion }) => userId === user?.id && sessionVersion === user.sessionVersion,
  );
  return isTheirs ? (known?.deviceId ?? null) : null;
}

type Failure = { attempt: Attempt; userId: string | null; device: string };

/** Of an unknown account nothing is kept but the count, which is there already: nobody could read it. */
async function recordFailure({ attempt, userId, device }: Failure, now: Instant): Promise<void> {
  if (userId === null) return;
  await asSystem(async (db) => {
    await recordSecurityEvent(db, { kind: "SIGN_IN_FAILED", userId, device }, now);
    if (attempt.isLast) {
      await recordSecurityEvent(db, { kind: "SIGN_IN_LIMITED", userId, device }, now);
    }
  });
}
