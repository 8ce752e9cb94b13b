import { asSystem } from "@/lib/db/system";
import { Refusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import type { Account } from "./get-account";
import { hashPassword, passwordMatches } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { ProvenUser } from "./session-token";
import { setPassword, wordsAbout } from "./set-password";
import { attemptFailed, beginAttempt, forgetFailures } from "./sign-in-limits";

type Change = { oldPassword: string; newPassword: string; caller: Caller };

/**
 * A new password for who knows the old one. Ends every session and API token; what is returned may
 * begin the next session, in this browser. Throws `wrong-password`, `weak-password`, `too-many-attempts`, `signed-out`.
 */
export async function changePassword(
  account: Account,
  { oldPassword, newPassword, caller }: Change,
  now: Instant,
): Promise<ProvenUser> {
  const { email, memberships } = account;
  const { address } = caller;
  const { userId, sessionVersion } = account.session;
  await beginAttempt({ email, address });
  const user = await asSystem((db) =>
    db.user.findUnique({ where: { id: userId, sessionVersion } }),
  );
  if (!(await passwordMatches(oldPassword, user?.passwordHash ?? null))) {
    await attemptFailed({ address });
    throw new Refusal("wrong-password");
  }
  await forgetFailures(email);
  await requireStrongPassword(newPassword, wordsAbout(email, memberships));
  const passwordHash = await hashPassword(newPassword);
  await asSystem((db) =>
    setPassword(db, { userId, sessionVersion, passwordHash, memberships }, now),
  );
  return { userId, sessionVersion: sessionVersion + 1 };
}
