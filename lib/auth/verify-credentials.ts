import { asSystem } from "@/lib/db/system";
import { normaliseEmail } from "@/lib/values/email-address";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { UserId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import { passwordMatches } from "./password";
import type { ProvenUser } from "./session-token";
import { attemptFailed, beginAttempt, forgetFailures } from "./sign-in-limits";

export type Credentials = { email: string; password: string; caller: Caller };

/**
 * Who knows this password. An unknown, a disabled and a known account give the
 * same refusal by the same path with one password comparison each. Throws `wrong-credentials`,
 * `too-many-attempts`.
 */
export async function verifyCredentials(
  credentials: Credentials,
  now: Instant,
): Promise<ProvenUser> {
  const { password, caller } = credentials;
  const { address, device } = caller;
  const email = normaliseEmail(credentials.email) ?? "nobody";
  await beginAttempt({ email, address });
  const user = await asSystem((db) => db.user.findUnique({ where: { email } }));
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (user === null || !matches || user.disabledAt !== null) {
    await attemptFailed({ address });
    throw new Refusal("wrong-credentials");
  }
  await forgetFailures(email);
  const signedIn = { kind: "SIGNED_IN", userId: user.id, device } as const;
  await asSystem((db) => recordSecurityEvent(db, signedIn, now));
  return { userId: user.id as UserId, sessionVersion: user.sessionVersion };
}
