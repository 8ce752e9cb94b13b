import { beforeAll, describe, expect, it } from "vitest";
import { newId, type SchoolId } from "@/lib/ids";
import { appQuery, superuserQuery, systemQuery, useChangedCopy } from "../database";
import { GRANTS } from "../database-inventory";
import { aFullSchool, type FullSchool } from "./full-school";
import { rowsOf, tenantTables } from "./snapshot";

await useChangedCopy("SELECT 1");

const schools: { mine?: FullSchool; other?: FullSchool } = {};
const tables = await tenantTables();

function known() {
  const { mine, other } = schools;
  if (!mine || !other) throw new Error("The schools are not there yet.");
  return { mine, other, mineId: mine.school.id, otherId: other.school.id };
}

beforeAll(async () => {
  schools.mine = await aFullSchool("Wombat");
  schools.other = await aFullSchool("Quokka");
});

/** Rows that a statement saw or touched; a refusal by a policy or a missing grant is none. */
async function touched(schoolId: SchoolId | null, sql: string): Promise<number> {
  try {
    return (await appQuery(schoolId, sql)).rowCount ?? 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42501") return 0;
    throw error;
  }
}

describe.each(tables)("policies alone, raw SQL of the app's role on $name", ({ name, key }) => {
  it("has a row of the other school that could leak", async () => {
    const sql = `SELECT 1 FROM "${name}" WHERE ${key} = $1`;
    expect((await superuserQuery(sql, [known().otherId])).rowCount).toBeGreaterThan(0);
  });

  it("sees no row of another school, and none at all while no school is set", async () => {
    const { mineId, otherId } = known();
    expect(await touched(mineId, `SELECT 1 FROM "${name}" WHERE ${key} <> '${mineId}'`)).toBe(0);
    expect(await touched(mineId, `SELECT 1 FROM "${name}"`)).toBeGreaterThan(0);
    expect(await touched(otherId, `SELECT 1 FROM "${name}" WHERE ${key} = '${mineId}'`)).toBe(0);
    expect(await touched(null, `SELECT 1 FROM "${name}"`)).toBe(0);
  });

  it("changes, moves and deletes nothing of another school", async () => {
    const { mineId, otherId } = known();
    const before = await rowsOf(otherId);
    for (const schoolId of [mineId, null]) {
      const set = `UPDATE "${name}" SET ${key} = ${key} WHERE ${key} = '${otherId}'`;
      expect(await touched(schoolId, set)).toBe(0);
      expect(await touched(schoolId, `DELETE FROM "${name}" WHERE ${key} = '${otherId}'`)).toBe(0);
    }
    const away = `UPDATE "${name}" SET ${key} = '${otherId}' WHERE ${key} = '${mineId}'`;
    expect(await touched(mineId, away)).toBe(0);
    expect(await rowsOf(otherId)).toBe(before);
  });

  it("adds nothing to another school", async () => {
    const { mineId, otherId } = known();
    const before = await rowsOf(otherId);
    const columns = await columnsOf(name);
    const values = columns.map((column) => (column === key ? `'${otherId}'` : valueOf(column)));
    const list = columns.map((column) => `"${column}"`).join(", ");
    const add = `INSERT INTO "${name}" (${list})
      SELECT ${values.join(", ")} FROM "${name}" WHERE ${key} = '${mineId}' LIMIT 1`;
    for (const schoolId of [mineId, null]) expect(await touched(schoolId, add)).toBe(0);
    expect(await rowsOf(otherId)).toBe(before);
  });
});

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await superuserQuery(
    `SELECT column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return rows.map((row) => String(row.column_name));
}

/** A row like an own one, under an id of its own. */
function valueOf(column: string): string {
  if (column === "id") return `'${newId()}'`;
  return column === "slug" ? `'another-slug'` : `"${column}"`;
}

describe("policies alone, the system role", () => {
  it("reads the few tables of what has no school, and no other", async () => {
    const all = await superuserQuery(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const open: string[] = [];
    for (const { name } of all.rows) {
      const seen = await systemQuery(`SELECT * FROM "${String(name)}" LIMIT 1`).catch(() => null);
      if (seen !== null) open.push(String(name));
    }
    const reads = GRANTS.filter(
      (line) => line.startsWith("mnm_system ") && line.includes("SELECT"),
    );
    const readable = reads.map((line) => /^\S+ (\w+):/.exec(line)?.[1]);
    expect(open.sort()).toEqual(readable.sort());
    expect(reads.join()).not.toMatch(/booking|lesson|student|family|enrolment/);
  });

  it("cannot be reached from the app's role, nor can the owner", async () => {
    for (const role of ["mnm_system", "mnm_owner", "postgres"]) {
      await expect(appQuery(known().mineId, `SET LOCAL ROLE ${role}`)).rejects.toThrow();
    }
    await expect(appQuery(known().mineId, "SET LOCAL row_security = off")).resolves.toBeDefined();
    const sql = "SET LOCAL row_security = off; SELECT 1 FROM person";
    await expect(appQuery(known().mineId, sql)).rejects.toThrow("row-level security");
  });
});
