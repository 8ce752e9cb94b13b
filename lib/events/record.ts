import type { z } from "zod";
import type { Db } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import type { EventDefinition } from "./define-event";

type Entry = { subjectId: string; reason?: string };
type Happening<Name extends string, D extends z.ZodObject> = Entry & {
  event: EventDefinition<Name, D>;
  data: z.input<D>;
};

/**
 * Writes one audit entry and one outbox event in the transaction of the happening itself. The event
 * is sent after commit; its id is the id of the owed effects.
 */
export async function record<Name extends string, D extends z.ZodObject>(
  db: Db,
  ctx: SchoolContext,
  { event, ...happening }: Happening<Name, D>,
): Promise<string> {
  const id = newId();
  const at = dateFromInstant(ctx.now);
  const data = event.data.parse(happening.data) as object;
  await recordAudit(db, ctx, { ...happening, action: event.name, data });
  await db.outboxEvent.create({ data: { id, name: event.name, data, occurredAt: at, dueAt: at } });
  return id;
}

/** An audit entry alone, for what nobody has to be told. */
export async function recordAudit(
  db: Db,
  ctx: SchoolContext,
  { action, subjectId, reason, data }: Entry & { action: string; data: object },
): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      at: dateFromInstant(ctx.now),
      actorId: ctx.actor.kind === "member" ? ctx.actor.personId : null,
      action,
      subjectId,
      reason: reason ?? null,
      requestId: ctx.requestId,
      data,
    },
  });
}

/** What is owed to be told or done but is no change of anything: events without an audit entry. */
export async function owe<Name extends string, D extends z.ZodObject>(
  db: Db,
  ctx: SchoolContext,
  { event, data }: { event: EventDefinition<Name, D>; data: readonly z.input<D>[] },
): Promise<void> {
  const at = dateFromInstant(ctx.now);
  await db.outboxEvent.createMany({
    data: data.map((one) => {
      const parsed: object = event.data.parse(one);
      return { id: newId(), name: event.name, data: parsed, occurredAt: at, dueAt: at };
    }),
  });
}
