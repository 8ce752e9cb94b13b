import type { Db } from "@/lib/db/in-school";
import { newId, type OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

/**
 * The first statement of every transaction in which an admin changes the schedule: alone in the
 * school until commit, and bookings decided on the older schedule are decided again.
 *
 * Until commit the database itself notes whose lessons change and records the event
 * `scheduling/lessons.changed`, from which everybody concerned is told; lessons change in no other
 * way (docs/decisions/0015). In a `set-up`, a new course or enrolment, lessons that somebody gets
 * are no news to them; what somebody loses is told all the same.
 *
 * Returns the id of the change and of its event, which is there only if somebody's lessons change.
 */
export async function beginScheduleChange(
  db: Db,
  ctx: SchoolContext,
  kind: "change" | "set-up" = "change",
): Promise<OutboxEventId> {
  const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  const now = dateFromInstant(ctx.now);
  const changeId = newId<OutboxEventId>();
  await db.$executeRaw`
    SELECT begin_schedule_change(${ctx.schoolId}::uuid, ${changeId}::uuid, ${actorId}::uuid, ${now},
                                 ${kind === "set-up"})`;
  return changeId;
}
