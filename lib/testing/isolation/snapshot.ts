import type { SchoolId } from "@/lib/ids";
import { superuserQuery } from "../database";

const TABLES = `
  SELECT t.tablename AS name, EXISTS (SELECT 1 FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.table_name = t.tablename AND c.column_name = 'school_id') AS tenant
    FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename <> '_prisma_migrations' ORDER BY 1`;

type Table = { name: string; tenant: boolean };

/** The tables that carry a school, and `school` itself. */
export async function tenantTables(): Promise<{ name: string; key: "school_id" | "id" }[]> {
  const tables = await allTables();
  return tables
    .filter(({ name, tenant }) => tenant || name === "school")
    .map(({ name, tenant }) => ({ name, key: tenant ? "school_id" : "id" }));
}

/** Every row of these schools and of their members' sign-ins as text: equal means byte-identical. */
export function rowsOf(...schoolIds: SchoolId[]): Promise<string> {
  return textOf(schoolIds, ({ name, where }) => rowsSql(name, where));
}

/**
 * The same of a server that runs: without what its own clock writes about a school whenever it is time,
 * reminders, announcements and the jobs that follow from them.
 */
export function restingRowsOf(...schoolIds: SchoolId[]): Promise<string> {
  return textOf(schoolIds, ({ name, where }) => {
    const own = OF_THE_CLOCK[name] === undefined ? "" : ` AND NOT (${OF_THE_CLOCK[name]})`;
    return `SELECT '${name} ' || (to_jsonb(t) - ${SET_BY_THE_CLOCK})::text AS line FROM "${name}" t WHERE ${where}${own}`;
  });
}

const SET_BY_THE_CLOCK =
  "ARRAY['window_announced_at', 'reminded_for', 'unbooked_settled_at', 'last_used_at']";
const OF_THE_CLOCK: Readonly<Record<string, string>> = {
  job_run: "true",
  notice: "true",
  delivery: "true",
  deadline_reminder: "true",
  audit_entry: "actor_id IS NULL",
  outbox_event:
    "name IN ('scheduling/lesson.upcoming', 'booking/window.opened', 'booking/window.closing', " +
    "'booking/unbooked.settled', 'notifications/mail.owed')",
};

type Rows = { name: string; where: string };

async function textOf(schoolIds: SchoolId[], linesOf: (rows: Rows) => string): Promise<string> {
  const schools = `(${schoolIds.map((id) => `'${id}'`).join(", ")})`;
  const users = `(SELECT user_id FROM membership WHERE school_id IN ${schools})`;
  const tables = await tenantTables();
  const lines = [
    ...tables.map(({ name, key }) => linesOf({ name, where: `${key} IN ${schools}` })),
    linesOf({ name: "user", where: `id IN ${users}` }),
    linesOf({ name: "password_reset", where: `user_id IN ${users}` }),
    linesOf({ name: "user_session", where: `user_id IN ${users}` }),
  ];
  const { rows } = await superuserQuery(
    `SELECT string_agg(line, E'\\n' ORDER BY line) AS text FROM (${lines.join(" UNION ALL ")}) AS l`,
  );
  return String(rows[0]?.text ?? "");
}

async function allTables(): Promise<Table[]> {
  const { rows } = await superuserQuery(TABLES);
  return rows.map((row) => ({ name: String(row.name), tenant: row.tenant === true }));
}

function rowsSql(table: string, where: string): string {
  return `SELECT '${table} ' || t::text AS line FROM "${table}" t WHERE ${where}`;
}
