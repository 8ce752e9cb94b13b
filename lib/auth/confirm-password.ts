import { asSystem } from "@/lib/db/system";
import type { Instant } from "@/lib/time/instant";
import type { Caller } from "./caller";
import { checkPassword } from "./check-password";
import type { Account } from "./get-account";

type Typed = { password: string; caller: Caller };

/**
 * That whoever is signed in knows the password too, before something that outlives the session. Throws
 * `wrong-password`, `too-many-attempts`, `only-reset-link`.
 */
export async function confirmPassword(
  { email, session }: Account,
  { password, caller }: Typed,
  now: Instant,
): Promise<void> {
  const { userId: id, sessionVersion } = session;
  const user = await asSystem((db) => db.user.findUnique({ where: { id, sessionVersion } }));
  const asked = { email, password, caller, user, isSignedIn: true } as const;
  await checkPassword({ ...asked, refusal: "wrong-password" }, now);
}
