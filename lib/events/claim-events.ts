import { asSystem } from "@/lib/db/system";
import type { OutboxEventId, SchoolId } from "@/lib/ids";
import { dateFromInstant, plusMinutes, type Instant } from "@/lib/time/instant";

/** An event as it was written, on its way to the jobs that it owes. */
export type OutboxEnvelope = {
  schoolId: SchoolId;
  id: OutboxEventId;
  name: string;
  data: unknown;
  occurredAt: Date;
  attempts: number;
};

/** A relay that dies holds its events back no longer than this. */
const LEASE_MINUTES = 2;
const MOST_BACKOFF_MINUTES = 60;

/** Takes up to `most` unsent events that are due, oldest first; relays side by side never share one. */
export async function claimEvents(now: Instant, most: number): Promise<OutboxEnvelope[]> {
  const lease = dateFromInstant(plusMinutes(now, LEASE_MINUTES));
  return asSystem(
    (db) => db.$queryRaw<OutboxEnvelope[]>`
      UPDATE outbox_event SET due_at = ${lease}, attempts = attempts + 1
      WHERE (school_id, id) IN (
        SELECT school_id, id FROM outbox_event
        WHERE sent_at IS NULL AND due_at <= ${dateFromInstant(now)}
        ORDER BY due_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING school_id AS "schoolId", id, name, data, occurred_at AS "occurredAt", attempts`,
  );
}

export async function markSent(event: OutboxEnvelope, now: Instant): Promise<void> {
  await asSystem((db) =>
    db.outboxEvent.updateMany({
      where: { schoolId: event.schoolId, id: event.id },
      data: { sentAt: dateFromInstant(now), lastError: null },
    }),
  );
}

/** Puts a failed event back, later each time; its reason is kept for a person to read. */
export async function putBack(event: OutboxEnvelope, now: Instant, reason: string): Promise<void> {
  const minutes = Math.min(MOST_BACKOFF_MINUTES, 2 ** event.attempts / 30);
  await asSystem((db) =>
    db.outboxEvent.updateMany({
      where: { schoolId: event.schoolId, id: event.id },
      data: { dueAt: dateFromInstant(plusMinutes(now, minutes)), lastError: reason.slice(0, 500) },
    }),
  );
}
