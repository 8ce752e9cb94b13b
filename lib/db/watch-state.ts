import { systemPool } from "./pools";

export type OutboxState = {
  oldestAt: Date | null;
  /** Since when the relay itself is late: what was put back is late only after its next try is due. */
  lateSince: Date | null;
  unsent: number;
  parked: number;
};
export type JobState = { waiting: number; failed: number };

/** What the outbox owes, in one round trip that walks through what is owed and nothing else. */
export async function readOutbox(): Promise<OutboxState> {
  const [row] = await rowsOf<OutboxState>(
    "watch_outbox",
    `SELECT min(occurred_at) AS "oldestAt", count(*)::int AS unsent,
            min(CASE WHEN last_error IS NULL THEN occurred_at ELSE due_at END) AS "lateSince",
            (SELECT count(*)::int FROM outbox_event WHERE parked_at IS NOT NULL) AS parked
       FROM outbox_event WHERE sent_at IS NULL AND parked_at IS NULL`,
  );
  return row ?? { oldestAt: null, lateSince: null, unsent: 0, parked: 0 };
}

/** The names of the migrations that this database has whole. */
export async function readMigrations(): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(
    "watch_migrations",
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return rows.map(({ name }) => name);
}

/** When the clock of the jobs last ran to its end; null before the first time. */
export async function readHeartbeat(): Promise<Date | null> {
  const rows = await rowsOf<{ at: Date | null }>(
    "watch_heartbeat",
    "SELECT done_at AS at FROM cron_run WHERE job = 'heartbeat'",
  );
  return rows[0]?.at ?? null;
}

export async function readJobs(): Promise<JobState> {
  const [row] = await rowsOf<JobState>(
    "watch_jobs",
    `SELECT count(*) FILTER (WHERE state = 'WAITING')::int AS waiting,
            count(*) FILTER (WHERE state = 'FAILED')::int AS failed
       FROM job_run WHERE state <> 'DONE'`,
  );
  return row ?? { waiting: 0, failed: 0 };
}

async function rowsOf<Row extends object>(name: string, text: string): Promise<Row[]> {
  return (await systemPool.query<Row>({ name, text })).rows;
}
