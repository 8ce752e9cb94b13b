import type { z } from "zod";
import type { Db } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import type { EventDefinition } from "./define-event";

type Happening<D extends z.ZodType> = { subjectId: string; data: z.input<D>; reason?: string };

/**
 * Writes one audit entry and one outbox event in the transaction of the happening itself. The event
 * is sent after commit; its id is the id of the owed effects.
 */
export async function record<Name extends string, D extends z.ZodType>(
  db: Db,
  ctx: SchoolContext,
  event: EventDefinition<Name, D>,
  happening: Happening<D>,
): Promise<string> {
  const id = newId();
  const at = dateFromInstant(ctx.now);
  const data = event.data.parse(happening.data) as object;
  await db.auditEntry.create({ data: { ...auditOf(ctx, event.name, happening), at, data } });
  await db.outboxEvent.create({ data: { id, name: event.name, data, occurredAt: at, dueAt: at } });
  return id;
}

/** An audit entry alone, for what nobody has to be told. */
export async function recordAudit(
  db: Db,
  ctx: SchoolContext,
  action: string,
  entry: { subjectId: string; data: object; reason?: string },
): Promise<void> {
  const at = dateFromInstant(ctx.now);
  await db.auditEntry.create({ data: { ...auditOf(ctx, action, entry), at, data: entry.data } });
}

function auditOf(
  ctx: SchoolContext,
  action: string,
  entry: { subjectId: string; reason?: string },
) {
  return {
    id: newId(),
    action,
    subjectId: entry.subjectId,
    reason: entry.reason ?? null,
    requestId: ctx.requestId,
    actorId: ctx.actor.kind === "member" ? ctx.actor.personId : null,
  };
}
