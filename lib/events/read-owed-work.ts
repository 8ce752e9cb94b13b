import type { Db } from "@/lib/db/in-school";
import type { OutboxEventId, SchoolId } from "@/lib/ids";
import { dateFromInstant, plusMinutes, type Instant } from "@/lib/time/instant";

/** What both roles can do: raw SQL that names the school. */
export type RawDb = Pick<Db, "$queryRaw">;

/** Owed and not done: not tried often yet, tried again and again in vain, or set aside for a person. */
export type OwedState = "waiting" | "failing" | "parked";

/** From this many tries on it counts as failing, though it is tried further. */
const FAILING_ATTEMPTS = 3;
/** What waits longer than this is late: nobody carries it out. */
const LATE_MINUTES = 10;

/** An event that was not handed on yet, or one of its jobs. */
export type OwedRow = {
  schoolId: SchoolId;
  eventId: OutboxEventId;
  /** Null until the engine has taken the event. */
  job: string | null;
  name: string;
  data: unknown;
  occurredAt: Instant;
  triedAt: Instant | null;
  attempts: number;
  reason: string | null;
};

export type OwedCount = { count: number; since: Instant | null; late: number };

export type OwedWork = { counts: Record<OwedState, OwedCount>; rows: OwedRow[] };

export type OwedQuery = {
  /** Null is every school: for the system role. */
  schoolId: SchoolId | null;
  now: Instant;
  /** Which rows are wanted, the newest happening first; without it only the counts. */
  page?: { state: OwedState; most: number; skip: number };
};

type Found = { counts: (OwedCount & { state: OwedState })[]; rows: OwedRow[] };

const NONE: OwedCount = { count: 0, since: null, late: 0 };

/** What is owed by events and not done: how much of each state, and one page of one state. */
export async function readOwedWork(db: RawDb, query: OwedQuery): Promise<OwedWork> {
  const { schoolId, now, page } = query;
  const late = dateFromInstant(plusMinutes(now, -LATE_MINUTES));
  const [result] = await db.$queryRaw<{ found: Found }[]>`
    WITH owed AS (
      SELECT e.school_id, e.id AS event_id, NULL AS job, e.name, e.data, e.occurred_at,
             CASE WHEN e.attempts >= ${FAILING_ATTEMPTS} THEN 'failing' ELSE 'waiting' END AS state,
             e.occurred_at AS since, NULL::timestamptz AS tried_at, e.attempts, e.last_error AS reason
        FROM outbox_event e
       WHERE e.sent_at IS NULL AND e.parked_at IS NULL
         AND (${schoolId}::uuid IS NULL OR e.school_id = ${schoolId}::uuid)
      UNION ALL
      SELECT e.school_id, e.id, NULL, e.name, e.data, e.occurred_at, 'parked',
             e.parked_at, e.parked_at, e.attempts, e.parked_reason
        FROM outbox_event e
       WHERE e.parked_at IS NOT NULL
         AND (${schoolId}::uuid IS NULL OR e.school_id = ${schoolId}::uuid)
      UNION ALL
      SELECT r.school_id, r.event_id, r.job, e.name, e.data, e.occurred_at,
             CASE WHEN r.state = 'FAILED' OR r.attempts >= ${FAILING_ATTEMPTS}
                  THEN 'failing' ELSE 'waiting' END,
             r.created_at, r.tried_at, r.attempts, r.last_error
        FROM job_run r JOIN outbox_event e ON e.school_id = r.school_id AND e.id = r.event_id
       WHERE r.state <> 'DONE' AND e.sent_at IS NOT NULL
         AND (${schoolId}::uuid IS NULL OR r.school_id = ${schoolId}::uuid)),
    counted AS (
      SELECT state, count(*)::int AS count, count(*) FILTER (WHERE since < ${late})::int AS late,
             floor(1000 * extract(epoch FROM min(since)))::bigint AS since
        FROM owed GROUP BY state),
    shown AS (
      SELECT school_id AS "schoolId", event_id AS "eventId", job, name, data, attempts, reason,
             floor(1000 * extract(epoch FROM occurred_at))::bigint AS "occurredAt",
             floor(1000 * extract(epoch FROM tried_at))::bigint AS "triedAt"
        FROM owed WHERE state = ${page?.state ?? null}
       ORDER BY event_id DESC, job LIMIT ${page?.most ?? 0} OFFSET ${page?.skip ?? 0})
    SELECT json_build_object(
      'counts', (SELECT COALESCE(json_agg(counted), '[]') FROM counted),
      'rows', (SELECT COALESCE(json_agg(shown), '[]') FROM shown)) AS found`;
  return owedWorkOf(result?.found ?? { counts: [], rows: [] });
}

function owedWorkOf({ counts, rows }: Found): OwedWork {
  const of = (state: OwedState) => counts.find((one) => one.state === state) ?? NONE;
  return { counts: { waiting: of("waiting"), failing: of("failing"), parked: of("parked") }, rows };
}
