import type { Db } from "@/lib/db/in-school";
import { owe } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import { openTimesChanged } from "./events";

type Changed = { teacherId: string; days: { on: Day; until: Day } | null };

/** The teacher hears of it, unless they did it themselves. Beside the audit entry of the change. */
export async function oweOpenTimes(db: Db, ctx: SchoolContext, changed: Changed): Promise<void> {
  const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  await owe(db, ctx, { event: openTimesChanged, data: [{ ...changed, actorId }] });
}
