import { actingOf } from "@/lib/db/acting";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { recordAuditAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { Role, SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

type NewRoles = { personId: PersonId; roles: readonly Role[] };

/**
 * Changes what somebody may do in the school, from their next request on; their tokens and calendar
 * addresses there end (`membership_change_ends_access`), and invitations that would give a lost role back
 * (`membership_loss_withdraws_invitations`). For admins (`people:write`).
 * Throws `last-admin` when nobody would be left to run the school, `no-role`, NotFound.
 */
export async function changeRoles(ctx: SchoolContext, change: NewRoles): Promise<void> {
  const roles = [...new Set(change.roles)];
  if (roles.length === 0) throw new Refusal("no-role");
  await asSystem(async (db) => {
    const membership = await lockMembership(db, ctx, change.personId);
    const where = { schoolId: ctx.schoolId, id: membership.id };
    await db.membership.updateMany({ where, data: { roles } });
    await finish(db, ctx, { membership, action: "people/roles.changed", roles });
  });
}

/**
 * Takes somebody's way into the school, with their tokens, calendar addresses and open invitations there.
 * Throws `last-admin`, NotFound.
 */
export async function endMembership(ctx: SchoolContext, personId: PersonId): Promise<void> {
  await asSystem(async (db) => {
    const membership = await lockMembership(db, ctx, personId);
    const where = { schoolId: ctx.schoolId, id: membership.id };
    await db.membership.updateMany({ where, data: { disabledAt: dateFromInstant(ctx.now) } });
    await finish(db, ctx, { membership, action: "people/membership.ended", roles: [] });
  });
}

type Locked = { id: string; userId: string; personId: string };

/**
 * All of the school's memberships queue here, so that two last admins cannot remove each other. An open
 * invitation is locked before them, in the order of whoever accepts it. Who acts is set for what is withdrawn.
 */
async function lockMembership(
  db: SystemDb,
  ctx: SchoolContext,
  personId: PersonId,
): Promise<Locked> {
  const { schoolId } = ctx;
  await db.$executeRaw`SELECT set_config('app.acting', ${actingOf(ctx)}, true) /* no school_id */`;
  await db.$queryRaw`
    SELECT 1 FROM invitation
     WHERE school_id = ${schoolId}::uuid AND person_id = ${personId}::uuid
       AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`;
  await db.$queryRaw`
    SELECT 1 FROM membership WHERE school_id = ${schoolId}::uuid ORDER BY id FOR UPDATE`;
  const where = { schoolId, personId, disabledAt: null };
  const membership = await db.membership.findFirst({ where });
  if (membership === null) throw new NotFound("membership");
  return membership;
}

type Changed = { membership: Locked; action: string; roles: readonly Role[] };

async function finish(
  db: SystemDb,
  ctx: SchoolContext,
  { membership, action, roles }: Changed,
): Promise<void> {
  const { schoolId, now } = ctx;
  const admins = { schoolId, disabledAt: null, roles: { has: "ADMIN" as const } };
  if ((await db.membership.count({ where: admins })) === 0) throw new Refusal("last-admin");
  const { personId, userId } = membership;
  const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  const kind = roles.length === 0 ? "MEMBERSHIP_ENDED" : "ROLES_CHANGED";
  await recordSecurityEvent(db, { kind, schoolId, personId, userId, actorId }, now);
  const entry = { action, actorId, data: { personId, roles: [...roles] } };
  await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
}
