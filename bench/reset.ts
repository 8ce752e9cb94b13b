import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { FIRST_APP_ID } from "./rush-school";

const QUIET_MS = 700;
const MOST_LOOKS = 30;
const TABLES = [
  "delivery",
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
    await client.query("UPDATE outbox_event SET sent_at = now() WHERE sent_at IS NULL");
    await mailIsStill(client);
    const made = `>= '${FIRST_APP_ID}'`;
    await client.query(`
      BEGIN;
      LOCK TABLE delivery IN EXCLUSIVE MODE;
      DELETE FROM delivery WHERE outbox_event_id ${made};
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

/** Mails that the relay had taken up already are let go out. */
async function mailIsStill(client: Client): Promise<void> {
  let before = "";
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { rows } = await client.query<{ state: string }>(
      "SELECT count(*) || ' ' || count(sent_at) AS state FROM delivery",
    );
    const now = rows[0]?.state ?? "";
    if (now === before) return;
    before = now;
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
