import { asSystem } from "@/lib/db/system";
import { newId, type OutboxEventId, type SchoolId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { readOwedWork, type OwedState, type RawDb } from "./read-owed-work";

export type OwedEventKey = { schoolId: SchoolId; eventId: OutboxEventId };
export type Redriven = OwedEventKey & { name: string };

/** How many are sent again at once. */
export const MOST_REDRIVEN = 1_000;

/**
 * Has events sent again, as if they had just happened, with all jobs that they owe; what is done stays
 * done. One that owes nothing any more is left alone. Returns those that go.
 */
export async function redrive(
  db: RawDb,
  chosen: readonly OwedEventKey[],
  now: Instant,
): Promise<Redriven[]> {
  const schools = chosen.map(({ schoolId }) => schoolId);
  const events = chosen.map(({ eventId }) => eventId);
  return db.$queryRaw<Redriven[]>`
    WITH chosen AS (
      SELECT DISTINCT * FROM unnest(${schools}::uuid[], ${events}::uuid[]) AS c(school_id, id)),
    again AS (
      UPDATE outbox_event e
         SET sent_at = NULL, parked_at = NULL, parked_reason = NULL, attempts = 0,
             due_at = ${dateFromInstant(now)}, redriven = e.redriven + 1
        FROM chosen c
       WHERE e.school_id = c.school_id AND e.id = c.id
         AND (e.sent_at IS NULL OR EXISTS (
           SELECT 1 FROM job_run r
            WHERE r.school_id = e.school_id AND r.event_id = e.id AND r.state <> 'DONE'))
      RETURNING e.school_id, e.id, e.name),
    runs AS (
      UPDATE job_run r SET state = 'WAITING', attempts = 0 FROM again a
       WHERE r.school_id = a.school_id AND r.event_id = a.id AND r.state <> 'DONE')
    SELECT school_id AS "schoolId", id AS "eventId", name FROM again`;
}

export type RedriveWish = {
  /** Null is every school. */
  schoolId: SchoolId | null;
  which: Exclude<OwedState, "waiting"> | { eventId: OutboxEventId };
};

/** The same from the command line, over all schools or in one; in the audit trail as done by the program. */
export async function redriveAsSystem(wish: RedriveWish, now: Instant): Promise<Redriven[]> {
  return asSystem(async (db) => {
    const again = await redrive(db, await keysOf(db, wish, now), now);
    const at = dateFromInstant(now);
    await db.auditEntry.createMany({
      data: again.map(({ schoolId, eventId, name }) => ({
        ...{ schoolId, id: newId(), at, action: "events/event.redriven", subjectId: eventId },
        data: { name },
      })),
    });
    return again;
  });
}

type SystemDb = Parameters<Parameters<typeof asSystem>[0]>[0];

async function keysOf(
  db: SystemDb,
  { schoolId, which }: RedriveWish,
  now: Instant,
): Promise<OwedEventKey[]> {
  if (typeof which === "string") {
    const page = { state: which, most: MOST_REDRIVEN, skip: 0 };
    return (await readOwedWork(db, { schoolId, now, page })).rows;
  }
  const { eventId } = which;
  const where = { id: eventId, ...(schoolId !== null && { schoolId }) };
  const rows = await db.outboxEvent.findMany({ where, select: { schoolId: true } });
  return rows.map((row) => ({ schoolId: row.schoolId as SchoolId, eventId }));
}

/** How much is owed and not done, over all schools or in one. */
export async function countOwedWork(schoolId: SchoolId | null, now: Instant) {
  const { counts } = await asSystem((db) => readOwedWork(db, { schoolId, now }));
  return counts;
}

/** The school of a public name; null when there is none. */
export async function findSchoolId(slug: string): Promise<SchoolId | null> {
  const row = await asSystem((db) =>
    db.school.findUnique({ where: { slug }, select: { id: true } }),
  );
  return row === null ? null : (row.id as SchoolId);
}
