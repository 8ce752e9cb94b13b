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
 * addresses there end (`membership_change_ends_access`). For admins (`people:write`).
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

/** Takes somebody's way into the school, with their tokens and calendar addresses there. Throws `last-admin`, NotFound. */
export async function endMembership(ctx: SchoolContext, personId: PersonId): Promise<void> {
  await asSystem(async (db) => {
    const membership = await lockMembership(db, ctx, personId);
    const where = { schoolId: ctx.schoolId, id: membership.id };
    await db.membership.updateMany({ where, data: { disabledAt: dateFromInstant(ctx.now) } });
    await finish(db, ctx, { membership, action: "people/membership.ended", roles: [] });
  });
}

type Locked = { id: string; userId: string; personId: string };

/** All of the school's memberships queue here, so that two last admins cannot remove each other. */
async function lockMembership(
  db: SystemDb,
  { schoolId }: SchoolContext,
  personId: PersonId,
): Promise<Locked> {
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
  const actor = ctx.actor.kind === "member" ? ctx.actor.personId : membership.personId;
  await recordSecurityEvent(
    db,
    {
      kind: roles.length === 0 ? "MEMBERSHIP_ENDED" : "ROLES_CHANGED",
      ...{ schoolId, personId: membership.personId, userId: membership.userId, actorId: actor },
    },
    now,
  );
  const entry = { action, data: { personId: membership.personId, roles: [...roles] } };
  await recordAuditAsSystem(db, { schoolId, personId: actor, now }, entry);
}
