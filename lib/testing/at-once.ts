import { superuserQuery, superuserTransaction } from "./database";
import type { TestSchool } from "./school-factory";
import type { RunQuery } from "./test-server";

/**
 * Holds every booking of the school back until all have been decided, then lets go of them together.
 * With `meanwhile` something is done that they could not know of when they were decided.
 */
export async function atOnce<T>(
  school: TestSchool,
  start: () => T,
  meanwhile: (query: RunQuery) => Promise<void> = async () => undefined,
): Promise<T> {
  const started: { value: T }[] = [];
  await superuserTransaction(async (query) => {
    await query("SELECT pg_advisory_xact_lock(schedule_lock_key($1))", [school.id]);
    started.push({ value: start() });
    for (let waited = -1, waiting = 0; waiting > waited || waiting === 0;) {
      waited = waiting;
      await new Promise((resolve) => setTimeout(resolve, 300));
      waiting = await blocked();
    }
    await meanwhile(query);
  });
  const [first] = started;
  if (first === undefined) throw new Error("nothing was started");
  return first.value;
}

/** How many sessions of this database wait for a lock of the app. */
export async function blocked(): Promise<number> {
  const { rows } = await superuserQuery(
    `SELECT count(*) AS n FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
  );
  return Number(rows[0]?.n);
}
