import { beforeAll, describe, expect, it } from "vitest";
import { superuserQuery, useChangedCopy, WITHOUT_POLICIES } from "../database";
import { aFullSchool, type FullSchool } from "./full-school";
import { rowsOf } from "./snapshot";

/** Checks and exclusions would refuse some of the rows before the key is asked. */
const WITHOUT_CHECKS = `DO $$
  DECLARE c record;
  BEGIN
    FOR c IN SELECT conrelid::regclass AS source, conname FROM pg_constraint
      WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.source, c.conname);
    END LOOP;
  END $$`;

await useChangedCopy(`${WITHOUT_POLICIES}; ${WITHOUT_CHECKS}`);

type ForeignKey = { name: string; source: string; target: string; own: string[]; other: string[] };

const KEYS = await superuserQuery(`
  SELECT c.conname AS name, c.conrelid::regclass::text AS source, c.confrelid::regclass::text AS target,
    ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, i)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.i) AS own,
    ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, i)
      JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.i) AS other
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1`);

const keys: ForeignKey[] = KEYS.rows.map((row) => ({
  ...{ name: String(row.name), source: String(row.source), target: String(row.target) },
  ...{ own: row.own as string[], other: row.other as string[] },
}));
const betweenSchools = keys.filter(({ other }) => other.includes("school_id"));

let mine: FullSchool;
let other: FullSchool;

beforeAll(async () => {
  [mine, other] = [await aFullSchool("Wombat"), await aFullSchool("Quokka")];
});

describe("keys alone, with policies off and every right", () => {
  it.each(betweenSchools)(
    "$name: a row of one school cannot point to another's",
    async ({ source, target, own, other: columns }) => {
      const before = await rowsOf(mine.school.id, other.school.id);
      const pairs = own.map((column, index) => ({ column, to: columns[index] ?? "" }));
      const pointing = pairs.filter(({ column }) => column !== "school_id");
      const set = pointing.map(({ column, to }) => `"${column}" = b."${to}"`).join(", ");
      const update = `UPDATE ${source} AS a SET ${set}
        FROM (SELECT * FROM ${target} WHERE school_id = '${other.school.id}' LIMIT 1) AS b
        WHERE a.ctid = (SELECT ctid FROM ${source} WHERE school_id = '${mine.school.id}' LIMIT 1)`;
      await expect(superuserQuery(update)).rejects.toMatchObject({ code: "23503" });
      expect(await rowsOf(mine.school.id, other.school.id)).toBe(before);
    },
  );

  it("leaves out only what points to the school itself or to a sign-in, which no school owns", () => {
    const rest = keys.filter((key) => !betweenSchools.includes(key));
    expect([...new Set(rest.map(({ target }) => target))].sort()).toEqual(['"user"', "school"]);
  });
});
