import type { SystemDb } from "@/lib/db/system";
import { Refusal } from "@/lib/refusal";
import type { ProvenUser } from "./session-token";

/**
 * Holds somebody who has just proved who they are against the present generation of sessions. Whoever ends
 * it in the same moment (a new password, "sign out everywhere") queues here, or is waited for (`endAccess`).
 * Throws `signed-out`.
 */
export async function lockProvenUser(
  db: SystemDb,
  { userId, sessionVersion }: ProvenUser,
): Promise<ProvenUser> {
  const present = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "user" WHERE id = ${userId}::uuid AND session_version = ${sessionVersion}
       AND disabled_at IS NULL FOR SHARE`;
  if (present.length === 0) throw new Refusal("signed-out");
  return { userId, sessionVersion };
}
