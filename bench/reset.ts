import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { FIRST_APP_ID } from "./rush-school";

const QUIET_MS = 700;
const MOST_LOOKS = 30;
const TABLES = [
  "delivery",
  "notice",
  "job_run",
  "booking",
  "reservation",
  "lesson",
  "audit_entry",
  "outbox_event",
  "request",
];

/** Takes back every booking that the app made, so that each measurement begins alike. Not counted. */
export async function reset(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await nothingIsUnderWay(client);
    const made = `>= '${FIRST_APP_ID}'`;
    await client.query(`
      BEGIN;
      LOCK TABLE delivery IN EXCLUSIVE MODE;
      DELETE FROM delivery WHERE outbox_event_id ${made};
      DELETE FROM notice WHERE outbox_event_id ${made};
      DELETE FROM job_run WHERE event_id ${made};
      DELETE FROM booking WHERE id ${made};
      DELETE FROM reservation WHERE lesson_id ${made};
      DELETE FROM lesson WHERE id ${made};
      DELETE FROM audit_entry WHERE id ${made};
      DELETE FROM outbox_event WHERE id ${made};
      DELETE FROM request WHERE key NOT LIKE 'filled-%';
      COMMIT`);
    await client.query(`VACUUM ANALYZE ${TABLES.join(", ")}`);
  });
}

/** Forgets what is owed; jobs that are being carried out already are let go to their end. */
async function nothingIsUnderWay(client: Client): Promise<void> {
  let before = "";
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await client.query("UPDATE outbox_event SET sent_at = now() WHERE sent_at IS NULL");
    await client.query("DELETE FROM jobs.job WHERE state IN ('created', 'retry')");
    const { rows } = await client.query<{ state: string; active: number }>(
      `SELECT (SELECT count(*) || ' ' || count(sent_at) FROM delivery) AS state,
              (SELECT count(*)::int FROM jobs.job WHERE state = 'active') AS active`,
    );
    const [now] = rows;
    if (now?.active === 0 && now.state === before) return;
    before = now?.state ?? "";
    await pause(QUIET_MS);
  }
}

/** Rows in the order and density of a fresh fill: what is left to compare is the number of schools. */
export async function compact(databaseUrl: string): Promise<void> {
  await reset(databaseUrl);
  await withClient(databaseUrl, async (client) => {
    for (const table of TABLES) await client.query(`VACUUM (FULL, ANALYZE) ${table}`);
    await client.query("CHECKPOINT");
  });
}
