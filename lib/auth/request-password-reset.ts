import { asSystem } from "@/lib/db/system";
import { normaliseEmail } from "@/lib/values/email-address";
import { passwordResetRequested } from "@/lib/events/account-events";
import { recordAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { newId, type UserId } from "@/lib/ids";
import { linkToken, tokenHash } from "@/lib/link-token";
import { dateFromInstant, plusHours, type Instant } from "@/lib/time/instant";
import { membershipsOf } from "./memberships";

const VALID_HOURS = 1;
const MOST_PER_HOUR = 5;

/**
 * Owes a mail with a link that sets a new password once, within the hour. Says nothing about whether
 * there is such an account; a member of no school, and who asked five times already, gets none.
 */
export async function requestPasswordReset(
  { email, device }: { email: string; device: string },
  now: Instant,
): Promise<void> {
  const known = normaliseEmail(email);
  if (known === null) return;
  await asSystem(async (db) => {
    const user = await db.user.findUnique({ where: { email: known, disabledAt: null } });
    if (user === null) return;
    const userId = user.id as UserId;
    // Requests of one moment queue here, so that they are counted one after another.
    await db.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE /* no school_id */`;
    const [membership] = await membershipsOf(db, userId);
    const since = dateFromInstant(plusHours(now, -1));
    const recent = await db.passwordReset.count({ where: { userId, createdAt: { gt: since } } });
    if (membership === undefined || recent >= MOST_PER_HOUR) return;
    const id = newId();
    const token = linkToken("password-reset", id);
    const expiresAt = dateFromInstant(plusHours(now, VALID_HOURS));
    await db.passwordReset.create({
      data: { id, userId, tokenHash: tokenHash(token), createdAt: dateFromInstant(now), expiresAt },
    });
    await recordSecurityEvent(db, { kind: "RESET_REQUESTED", userId, device }, now);
    const { schoolId, personId } = membership;
    await recordAsSystem(
      db,
      { schoolId, personId, now },
      { event: passwordResetRequested, data: { personId, passwordResetId: id } },
    );
  });
}
