import { Pool, type PoolClient } from "pg";
import { inject } from "vitest";
import type { SchoolId } from "@/lib/ids";
import { cloneTemplate, type RunQuery, type TestUrls } from "./test-server";

const pools = new Map<string, Pool>();
let urls: TestUrls | undefined;
let copies = 0;

/** The database of this worker, by role. */
export function testUrls(): TestUrls {
  if (urls === undefined) throw new Error("The integration setup has not run: no database yet.");
  return urls;
}

/** Points lib/db (which reads its settings when it is loaded) and the queries below at a database. */
export function useDatabase(next: TestUrls): void {
  urls = next;
  process.env.DATABASE_URL = next.app;
  process.env.DATABASE_SYSTEM_URL = next.system;
  process.env.DATABASE_JOBS_URL = next.jobs;
}

/**
 * Moves this test file to a copy of its own, changed by `sql` (as superuser): a copy without policies, or
 * without a constraint. Call it before lib/db is loaded, so import what is tested with `await import()`.
 */
export async function useChangedCopy(sql: string): Promise<void> {
  const server = inject("testServer");
  const worker = process.env.VITEST_POOL_ID ?? "1";
  copies += 1;
  const copy = await cloneTemplate(server, `${server.template}_${worker}_copy_${copies}`, "new");
  useDatabase(copy);
  await superuserQuery(sql);
}

/** Row-level security off on every table: what is left holds by code alone. */
export const WITHOUT_POLICIES = `DO $$
  DECLARE t text;
  BEGIN
    FOR t IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE 'ALTER TABLE ' || t || ' NO FORCE ROW LEVEL SECURITY';
      EXECUTE 'ALTER TABLE ' || t || ' DISABLE ROW LEVEL SECURITY';
    END LOOP;
  END $$`;

/** A function of the database without a part of its text, such as a lock; an error where that part is not in it. */
export function functionWithout(name: string, part: string): string {
  return `DO $$
    DECLARE v_whole text := pg_get_functiondef('${name}'::regproc);
    BEGIN
      IF position('${part}' IN v_whole) = 0 THEN RAISE '${name} has no such part'; END IF;
      EXECUTE replace(v_whole, '${part}', '');
    END $$;`;
}

/** As superuser: sees and may do everything, policies do not bind it. Foreign keys and checks do. */
export const superuserQuery: RunQuery = (sql, values) => run(testUrls().superuser, sql, values);

/** As the owner of the tables; policies are forced on it too. */
export const ownerQuery: RunQuery = (sql, values) => run(testUrls().owner, sql, values);

/** As the system role, which works outside schools. */
export const systemQuery: RunQuery = (sql, values) => run(testUrls().system, sql, values);

/** As the app's role in one school, or with none set: raw SQL against the policies. */
export async function appQuery(
  schoolId: SchoolId | null,
  sql: string,
  values: readonly unknown[] = [],
): ReturnType<RunQuery> {
  return inTransaction(testUrls().app, async (client) => {
    if (schoolId !== null) {
      await client.query("SELECT set_config('app.school_id', $1, true)", [schoolId]);
    }
    return client.query(sql, [...values]);
  });
}

/** A transaction of its own as superuser, open for as long as `work` runs: a rival that holds rows. */
export async function superuserTransaction(
  work: (query: RunQuery) => Promise<void>,
): Promise<void> {
  await inTransaction(testUrls().superuser, (client) =>
    work((sql, values) => client.query(sql, values ? [...values] : undefined)),
  );
}

/** Every row of every school gone, for a test about all schools at once. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await superuserQuery(
    `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await superuserQuery(`TRUNCATE ${String(rows[0]?.tables)}`);
}

async function run(url: string, sql: string, values?: readonly unknown[]): ReturnType<RunQuery> {
  return poolOf(url).query(sql, values ? [...values] : undefined);
}

async function inTransaction<T>(url: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await poolOf(url).connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

function poolOf(url: string): Pool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new Pool({ connectionString: url, max: 4, allowExitOnIdle: true });
  pools.set(url, pool);
  return pool;
}
