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
  /** How often it has been sent again. */
  redriven: number;
};

/** A relay that dies holds its events back no longer than this; what two hand on is queued once. */
const LEASE_MINUTES = 0.5;
const MOST_BACKOFF_MINUTES = 60;
const LONGEST_REASON = 500;

/** Takes up to `most` unsent events that are due, oldest first; relays side by side never share one. */
export async function claimEvents(now: Instant, most: number): Promise<OutboxEnvelope[]> {
  const lease = dateFromInstant(plusMinutes(now, LEASE_MINUTES));
  return asSystem(
    (db) => db.$queryRaw<OutboxEnvelope[]>`
      UPDATE outbox_event SET due_at = ${lease}, attempts = attempts + 1
      WHERE (school_id, id) IN (
        SELECT school_id, id FROM outbox_event
        WHERE sent_at IS NULL AND parked_at IS NULL AND due_at <= ${dateFromInstant(now)}
        ORDER BY due_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING school_id AS "schoolId", id, name, data, occurred_at AS "occurredAt", attempts,
                redriven`,
  );
}

/** An event with the jobs that it owes. */
export type OwedJobs = { event: OutboxEnvelope; jobs: readonly string[] };

/** The engine has taken these: none of them is sent again, and each of their jobs is owed until it has run. */
export async function markSent(owed: readonly OwedJobs[], now: Instant): Promise<void> {
  const events = owed.map(({ event }) => event);
  const runs = owed.flatMap(({ event, jobs }) => jobs.map((job) => ({ event, job })));
  const at = dateFromInstant(now);
  await asSystem(
    (db) => db.$executeRaw`
      WITH sent AS (
        UPDATE outbox_event e SET sent_at = ${at}, last_error = NULL
          FROM unnest(${schoolsOf(events)}::uuid[], ${idsOf(events)}::uuid[]) AS s(school_id, id)
         WHERE e.school_id = s.school_id AND e.id = s.id AND e.parked_at IS NULL)
      INSERT INTO job_run (school_id, event_id, job, created_at)
      SELECT school_id, event_id, job, ${at}
        FROM unnest(${schoolsOf(runs.map(({ event }) => event))}::uuid[],
                    ${idsOf(runs.map(({ event }) => event))}::uuid[],
                    ${runs.map(({ job }) => job)}::text[]) AS r(school_id, event_id, job)
      ON CONFLICT (school_id, event_id, job)
        DO UPDATE SET state = 'WAITING' WHERE job_run.state = 'FAILED'`,
  );
}

/** Puts a failed event back, later each time; its reason is kept for a person to read. */
export async function putBack(event: OutboxEnvelope, now: Instant, reason: string): Promise<void> {
  const minutes = Math.min(MOST_BACKOFF_MINUTES, 2 ** event.attempts / 30);
  await change(event, {
    dueAt: dateFromInstant(plusMinutes(now, minutes)),
    lastError: reason.slice(0, LONGEST_REASON),
  });
}

/** Nobody can handle it: it stands aside, with its reason, until a person sends it again. */
export async function park(event: OutboxEnvelope, now: Instant, reason: string): Promise<void> {
  await change(event, {
    parkedAt: dateFromInstant(now),
    parkedReason: reason.slice(0, LONGEST_REASON),
  });
}

type Change = { dueAt: Date; lastError: string } | { parkedAt: Date; parkedReason: string };

async function change({ schoolId, id }: OutboxEnvelope, data: Change): Promise<void> {
  const where = { schoolId, id, sentAt: null };
  await asSystem((db) => db.outboxEvent.updateMany({ where, data }));
}

function schoolsOf(events: readonly OutboxEnvelope[]): SchoolId[] {
  return events.map(({ schoolId }) => schoolId);
}

function idsOf(events: readonly OutboxEnvelope[]): OutboxEventId[] {
  return events.map(({ id }) => id);
}
