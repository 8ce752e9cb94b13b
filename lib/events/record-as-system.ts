import type { z } from "zod";
import type { SystemDb } from "@/lib/db/system";
import { newId, type SchoolId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { trailNow } from "@/lib/watching/request-trail";
import type { EventDefinition } from "./define-event";

/** Whom something outside a school's own transaction is about, and in which school it is told. */
export type Witness = { schoolId: SchoolId; personId: string; now: Instant };

/** As `record`, for what the system role does: sign-in, invitations. */
export async function recordAsSystem<Name extends string, D extends z.ZodObject>(
  db: SystemDb,
  witness: Witness,
  happening: { event: EventDefinition<Name, D>; data: z.input<D> },
): Promise<void> {
  const { event } = happening;
  const data = event.data.parse(happening.data) as object;
  await recordAuditAsSystem(db, witness, { action: event.name, data });
  await oweAsSystem(db, witness, happening);
}

/**
 * An audit entry alone; left out, its actor is the person whom it is about. The system role may add to the
 * audit trail but never read it.
 */
export async function recordAuditAsSystem(
  db: SystemDb,
  { schoolId, personId, now }: Witness,
  entry: { action: string; data: object; actorId?: string | null },
): Promise<void> {
  const who = { schoolId, actorId: personId, subjectId: personId };
  const requestId = trailNow()?.requestId ?? null;
  await db.auditEntry.createMany({
    data: [{ ...who, id: newId(), at: dateFromInstant(now), requestId, ...entry }],
  });
}

/** What is owed to be told alone, without an audit entry. */
export async function oweAsSystem<Name extends string, D extends z.ZodObject>(
  db: SystemDb,
  { schoolId, now }: Witness,
  { event, data }: { event: EventDefinition<Name, D>; data: z.input<D> },
): Promise<void> {
  const at = dateFromInstant(now);
  const parsed: object = event.data.parse(data);
  await db.outboxEvent.createMany({
    data: [{ schoolId, id: newId(), name: event.name, data: parsed, occurredAt: at, dueAt: at }],
  });
}
