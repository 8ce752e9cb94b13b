import type { Db } from "@/lib/db/in-school";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { SchoolContext } from "@/lib/school-context";

/**
 * The shared step before a change of what an invitation stands on: keeps that an open one ends with it.
 * That it ends is held by the database (`withdraw_invitations`), not by this.
 */
export async function recordWithdrawal(
  db: Db,
  ctx: SchoolContext,
  personId: string,
): Promise<void> {
  const open = await db.invitation.count({
    where: { personId, acceptedAt: null, revokedAt: null },
  });
  if (open === 0) return;
  const { schoolId, actor, now } = ctx;
  const actorId = actor.kind === "member" ? actor.personId : null;
  const kind = "INVITATION_WITHDRAWN";
  await recordSecurityEvent(db, { kind, schoolId, personId, userId: null, actorId }, now);
}
