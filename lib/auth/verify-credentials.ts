import { asSystem } from "@/lib/db/system";
import { normaliseEmail } from "@/lib/values/email-address";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import { checkPassword } from "./check-password";
import type { ProvenUser } from "./session-token";

export type Credentials = { email: string; password: string; caller: Caller };

/**
 * Who knows this password. An unknown, a disabled and a known account give the same refusal by the same
 * path with one password comparison each. Throws `wrong-credentials`, `too-many-attempts`,
 * `only-reset-link`.
 */
export async function verifyCredentials(
  { email: typed, password, caller }: Credentials,
  now: Instant,
): Promise<ProvenUser> {
  const email = normaliseEmail(typed) ?? "nobody";
  const found = await asSystem((db) => db.user.findUnique({ where: { email } }));
  const asked = { email, password, caller, user: found, refusal: "wrong-credentials" } as const;
  const user = await checkPassword(asked, now);
  return { userId: user.id as UserId, sessionVersion: user.sessionVersion };
}
