import { beforeAll, describe, expect, it } from "vitest";
import { superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { aFullSchool } from "@/lib/testing/isolation/full-school";
import { beginRemembering, changedTables, keepChanges, putBack } from "./put-back";

await useChangedCopy("SELECT 1");

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows } = await superuserQuery(`SELECT string_agg(
    format('SELECT %L AS name, (SELECT jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) FROM %I t) AS rows',
      tablename, tablename), ' UNION ALL ') AS sql
    FROM pg_tables WHERE schemaname = 'public'`);
  const all = await superuserQuery(`${String(rows[0]?.sql)} ORDER BY 1`);
  return JSON.stringify(all.rows, null, 1);
}

beforeAll(async () => {
  await aFullSchool("Wombat");
  await beginRemembering();
});

describe("what was changed is put back", () => {
  it("row by row, whichever table it was in: made, changed and taken away", async () => {
    const before = await everything();
    await aFullSchool("Quokka");
    await superuserQuery("UPDATE school SET name = name || ' & Sons', phone = '02 5550 0000'");
    await superuserQuery("UPDATE lesson SET cancelled_at = now(), cancel_reason = 'SCHOOL'");
    await superuserQuery("DELETE FROM mail_opt_out");
    await superuserQuery("DELETE FROM notice");
    expect(await everything()).not.toBe(before);
    expect(await changedTables()).toEqual(expect.arrayContaining(["school", "lesson", "notice"]));
    expect(await putBack()).toBeGreaterThan(100);
    expect(await everything()).toBe(before);
    expect(await changedTables()).toEqual([]);
  });

  it("but not what was said to stay", async () => {
    await superuserQuery("UPDATE school SET name = 'Banksia Music'");
    await keepChanges();
    expect(await putBack()).toBe(0);
    const { rows } = await superuserQuery("SELECT DISTINCT name FROM school");
    expect(rows).toEqual([{ name: "Banksia Music" }]);
  });
});
