import { asSystem } from "@/lib/db/system";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import { confirmPassword } from "./confirm-password";
import type { Account } from "./get-account";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { ProvenUser } from "./session-token";
import { setPassword, wordsAbout } from "./set-password";

type Change = { oldPassword: string; newPassword: string; caller: Caller };

/**
 * A new password for who knows the old one. Ends every session and API token; what is returned may
 * begin the next session, in this browser. Throws `wrong-password`, `weak-password`, `too-many-attempts`,
 * `signed-out`.
 */
export async function changePassword(
  account: Account,
  { oldPassword, newPassword, caller }: Change,
  now: Instant,
): Promise<ProvenUser> {
  const { email, memberships } = account;
  const { device } = caller;
  const { userId, sessionVersion } = account.session;
  await confirmPassword(account, { password: oldPassword, caller }, now);
  await requireStrongPassword(newPassword, wordsAbout(email, memberships));
  const passwordHash = await hashPassword(newPassword);
  const kind = "PASSWORD_CHANGED";
  return asSystem((db) =>
    setPassword(db, { userId, sessionVersion, passwordHash, memberships, kind, device }, now),
  );
}
