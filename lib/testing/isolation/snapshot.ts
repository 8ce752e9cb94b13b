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
export async function rowsOf(...schoolIds: SchoolId[]): Promise<string> {
  const schools = `(${schoolIds.map((id) => `'${id}'`).join(", ")})`;
  const users = `(SELECT user_id FROM membership WHERE school_id IN ${schools})`;
  const tables = await tenantTables();
  const lines = [
    ...tables.map(({ name, key }) => rowsSql(name, `${key} IN ${schools}`)),
    rowsSql("user", `id IN ${users}`),
    rowsSql("password_reset", `user_id IN ${users}`),
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
