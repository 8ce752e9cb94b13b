import { asSystem } from "@/lib/db/system";
import { recordAuditAsSystem } from "@/lib/events/record-as-system";
import type { Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";

/** Ends every session of the identity, this one too. */
export async function signOutEverywhere(account: Account, now: Instant): Promise<void> {
  const { userId } = account.session;
  const [first] = account.memberships;
  await asSystem(async (db) => {
    await db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    if (first === undefined) return;
    const { schoolId, personId } = first;
    const entry = { action: "auth/sessions.ended", data: { personId } };
    await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
  });
}
