import { asSystem } from "@/lib/db/system";
import type { OutboxEventId, SchoolId } from "@/lib/ids";
import { dateFromInstant, plusHours, plusMinutes, type Instant } from "@/lib/time/instant";

/** One owed effect: a job of an event of a school. */
export type JobKey = { schoolId: SchoolId; eventId: OutboxEventId; job: string };

/** What a try came to; `last`: the engine gives up, and only the sweep or a person tries again. */
export type JobOutcome = { state: "DONE" } | { state: "FAILED"; reason: string; last: boolean };

const LONGEST_REASON = 500;
/** An engine that has not tried for so long has lost the job or given it up. */
const FORGOTTEN_MINUTES = 15;
/** After this long only a person sends it again. */
const SWEPT_FOR_HOURS = 72;

/** Notes the end of one try. What is done stays done, whichever try ends last. */
export async function settleJobRun(key: JobKey, outcome: JobOutcome, now: Instant): Promise<void> {
  const at = dateFromInstant(now);
  const done = outcome.state === "DONE";
  const state = done ? "DONE" : outcome.last ? "FAILED" : "WAITING";
  const reason = done ? null : outcome.reason.slice(0, LONGEST_REASON);
  await asSystem(
    (db) => db.$executeRaw`
      INSERT INTO job_run AS r (school_id, event_id, job, created_at, state, attempts, tried_at, done_at, last_error)
      VALUES (${key.schoolId}::uuid, ${key.eventId}::uuid, ${key.job}, ${at}, ${state}::job_run_state, 1, ${at},
              ${done ? at : null}, ${reason})
      ON CONFLICT (school_id, event_id, job) DO UPDATE
        SET state = EXCLUDED.state, attempts = r.attempts + 1, tried_at = EXCLUDED.tried_at,
            done_at = EXCLUDED.done_at, last_error = EXCLUDED.last_error
      WHERE r.state <> 'DONE'`,
  );
}

/**
 * Has the events sent again whose jobs the engine has lost or given up, for three days; after that
 * they wait for a person. Returns how many.
 */
export async function redriveForgotten(now: Instant): Promise<number> {
  const before = dateFromInstant(plusMinutes(now, -FORGOTTEN_MINUTES));
  const after = dateFromInstant(plusHours(now, -SWEPT_FOR_HOURS));
  return asSystem(
    (db) => db.$executeRaw`
      UPDATE outbox_event e SET sent_at = NULL, due_at = ${dateFromInstant(now)}, attempts = 0,
             redriven = redriven + 1
       WHERE e.sent_at < ${before} AND e.parked_at IS NULL AND (e.school_id, e.id) IN (
         SELECT school_id, event_id FROM job_run
          WHERE state <> 'DONE' AND created_at > ${after}
            AND COALESCE(tried_at, created_at) < ${before})`,
  );
}
