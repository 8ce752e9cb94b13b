import { asSystem, type SystemDb } from "@/lib/db/system";
import { recordAuditAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { UserId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { endAccess } from "./end-access";
import type { Account } from "./get-account";

type Everywhere = {
  /** Whether the private calendar addresses end too, in all schools. */
  withCalendars: boolean;
};

/** Ends every session of the identity, this one too, and every API token. */
export async function signOutEverywhere(
  account: Account,
  { withCalendars }: Everywhere,
  now: Instant,
): Promise<void> {
  const { userId } = account.session;
  const [first] = account.memberships;
  await asSystem(async (db) => {
    await endAccess(db, { userId }, now);
    if (withCalendars) await stopCalendars(db, userId, now);
    await recordSecurityEvent(db, { kind: "SESSIONS_ENDED", userId }, now);
    if (first === undefined) return;
    const { schoolId, personId } = first;
    const entry = { action: "auth/sessions.ended", data: { personId, withCalendars } };
    await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
  });
}

async function stopCalendars(db: SystemDb, userId: UserId, now: Instant): Promise<void> {
  await db.$executeRaw`
    UPDATE calendar_feed f SET revoked_at = ${dateFromInstant(now)}
      FROM membership m
     WHERE m.user_id = ${userId}::uuid AND f.school_id = m.school_id AND f.person_id = m.person_id
       AND f.revoked_at IS NULL`;
}
