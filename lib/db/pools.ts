import pg from "pg";
import { env } from "@/lib/env";

const LIMITS = {
  connectionTimeoutMillis: 10_000,
  // A new connection has to plan every statement first: some stay open for the next rush.
  min: 6,
  idleTimeoutMillis: 60_000,
  lock_timeout: 5_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
} as const;

/** Connections of the app's role: bound by row-level security to the school of their transaction. */
export const appPool = new pg.Pool({
  ...LIMITS,
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  application_name: "musicnme-app",
});

/** Connections of the system role: sign-in, memberships, outbox relay. */
export const systemPool = new pg.Pool({
  ...LIMITS,
  connectionString: env.DATABASE_SYSTEM_URL,
  max: Math.max(4, Math.ceil(env.DATABASE_POOL_SIZE / 2)),
  application_name: "musicnme-system",
});

for (const pool of [appPool, systemPool]) {
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
}

/** Ends all connections; for scripts and tests. */
export async function closePools(): Promise<void> {
  await Promise.all([appPool.end(), systemPool.end()]);
}
