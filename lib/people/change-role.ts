import type { Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { PersonId } from "@/lib/ids";
import type { Role, SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

type RoleOf = { personId: PersonId; role: Exclude<Role, "ADMIN"> };

/**
 * The shared step when what a role stands on is gone: the membership loses it, and ends with its last
 * one. Roles are read on every request, so it holds from the next one on. Open invitations are withdrawn
 * already, by the change that took the ground (`withdraw_invitations`): invitation before membership, as
 * accepting one locks them too.
 */
export async function endRole(
  db: Db,
  ctx: SchoolContext,
  { personId, role }: RoleOf,
): Promise<void> {
  const now = dateFromInstant(ctx.now);
  const ended = await db.$queryRaw<Changed[]>`
    UPDATE membership
       SET roles = CASE WHEN cardinality(roles) = 1 THEN roles ELSE array_remove(roles, ${role}::role) END,
           disabled_at = CASE WHEN cardinality(roles) = 1 THEN ${now}::timestamptz END
     WHERE school_id = current_school() AND person_id = ${personId}::uuid
       AND disabled_at IS NULL AND ${role}::role = ANY (roles)
     RETURNING user_id AS "userId", disabled_at IS NOT NULL AS "isOver"`;
  await recordChange(db, ctx, { personId, role, changed: ended, action: "people/role.ended" });
}

/**
 * The shared step when somebody becomes more than they were: who signs in has the role at once, who
 * holds an open invitation accepts it with the role. Whoever has neither is to be invited.
 */
export async function giveRole(
  db: Db,
  ctx: SchoolContext,
  { personId, role }: RoleOf,
): Promise<void> {
  await db.invitation.updateMany({
    where: { personId, acceptedAt: null, revokedAt: null, NOT: { roles: { has: role } } },
    data: { roles: { push: role } },
  });
  const given = await db.$queryRaw<Changed[]>`
    UPDATE membership SET roles = array_append(roles, ${role}::role)
     WHERE school_id = current_school() AND person_id = ${personId}::uuid
       AND disabled_at IS NULL AND ${role}::role <> ALL (roles)
    RETURNING user_id AS "userId", false AS "isOver"`;
  await recordChange(db, ctx, { personId, role, changed: given, action: "people/role.given" });
}

type Changed = { userId: string; isOver: boolean };
type Change = RoleOf & { changed: readonly Changed[]; action: string };

async function recordChange(
  db: Db,
  ctx: SchoolContext,
  { personId, role, changed, action }: Change,
): Promise<void> {
  const [membership] = changed;
  if (membership === undefined) return;
  const { schoolId, actor, now } = ctx;
  const kind = membership.isOver ? "MEMBERSHIP_ENDED" : "ROLES_CHANGED";
  const actorId = actor.kind === "member" ? actor.personId : null;
  const { userId } = membership;
  await recordSecurityEvent(db, { kind, schoolId, personId, userId, actorId }, now);
  await recordAudit(db, ctx, { action, subjectId: personId, data: { role } });
}
