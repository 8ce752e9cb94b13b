import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "@/scripts/database/connect";
import { dateFromInstant, type Instant } from "@/lib/time/instant";

const LOOK_MS = 500;
const MOST_LOOKS = 120;

/** 99th percentile over the events since then, in ms: from the happening to the engine of jobs. */
export async function outboxLagSince(databaseUrl: string, since: Instant): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const after = [dateFromInstant(since)];
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const { rows } = await client.query<{ unsent: number; p99: number }>(
        `SELECT (count(*) - count(sent_at))::int AS unsent,
                1000 * percentile_disc(0.99) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM sent_at - occurred_at))::float8 AS p99
           FROM outbox_event WHERE occurred_at >= $1`,
        after,
      );
      if (rows[0]?.unsent === 0) return rows[0].p99;
      await pause(LOOK_MS);
    }
    return Number.POSITIVE_INFINITY;
  });
}
