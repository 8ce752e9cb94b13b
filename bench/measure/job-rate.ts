import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { reset } from "../reset";
import type { Stage } from "../stage";

const MAILS = 3_000;
const SCHOOLS = 25;
const LOOK_MS = 500;
const MOST_MS = 180_000;

/** Mails owed by schools side by side, a second: from the first that is done to the last. */
export async function mailJobsPerSecond({ databaseUrl }: Stage): Promise<number> {
  await reset(databaseUrl);
  const seconds = await withClient(databaseUrl, async (client) => {
    await oweMails(client);
    return secondsToSendAll(client);
  });
  await reset(databaseUrl);
  return (MAILS - 1) / seconds;
}

/** "Booked" of the bookings that were filled in is owed once more, as nobody else would owe it. */
async function oweMails(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `WITH school AS (
       SELECT id FROM school WHERE slug <> 'rush' ORDER BY id LIMIT $1),
     again AS (
       UPDATE delivery d SET state = 'PENDING', sent_at = NULL, attempts = 0
        WHERE (d.school_id, d.id) IN (
          SELECT x.school_id, x.id FROM delivery x JOIN school s ON s.id = x.school_id LIMIT $2)
       RETURNING d.school_id, d.id)
     INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
     SELECT school_id, uuidv7(), 'notifications/mail.owed', jsonb_build_object('deliveryId', id), now(), now()
       FROM again`,
    [SCHOOLS, MAILS],
  );
  if (rowCount !== MAILS) throw new Error(`only ${rowCount} mails could be owed`);
}

async function secondsToSendAll(client: Client): Promise<number> {
  const end = performance.now() + MOST_MS;
  while (performance.now() < end) {
    await pause(LOOK_MS);
    const { rows } = await client.query<{ done: number; seconds: number }>(
      `SELECT count(*)::int AS done, EXTRACT(EPOCH FROM max(done_at) - min(done_at))::float8 AS seconds
         FROM job_run WHERE job = 'on-mail-owed-send' AND state = 'DONE'`,
    );
    if (rows[0]?.done === MAILS) return rows[0].seconds;
  }
  throw new Error(`${MAILS} mails were not sent within ${MOST_MS / 1_000} s`);
}
