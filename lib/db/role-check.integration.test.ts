import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { testUrls } from "@/lib/testing/database";
import { roleProblems } from "./role-check";

type LoginKind = "app" | "system";

/** The problems of a login made for this question and gone with its transaction. */
async function problemsAfter(kind: LoginKind, grants: string): Promise<string[]> {
  const client = new Client({ connectionString: testUrls().superuser });
  await client.connect();
  try {
    await client.query(`BEGIN; CREATE ROLE tried LOGIN; CREATE ROLE between NOLOGIN; ${grants}`);
    await client.query("SET LOCAL SESSION AUTHORIZATION tried");
    return await roleProblems((sql) => client.query<Record<string, unknown>>(sql), kind);
  } finally {
    await client.end();
  }
}

describe("start-up refuses a login that could step around the separation of schools", () => {
  it("takes the logins as they are meant to be", async () => {
    expect(await problemsAfter("app", "GRANT mnm_app TO tried")).toEqual([]);
    expect(await problemsAfter("system", "GRANT mnm_system TO tried")).toEqual([]);
  });

  it.each([
    ["is a superuser", "ALTER ROLE tried SUPERUSER", "SUPERUSER"],
    ["may bypass policies", "ALTER ROLE tried BYPASSRLS", "BYPASSRLS"],
    ["may make roles", "ALTER ROLE tried CREATEROLE", "CREATEROLE"],
    ["may replicate", "ALTER ROLE tried REPLICATION", "REPLICATION"],
    ["owns a table", "ALTER TABLE school OWNER TO tried", "it owns the table school"],
    ["owns a schema", "CREATE SCHEMA own AUTHORIZATION tried", "it owns the schema own"],
    ["can become the owner", "GRANT mnm_owner TO tried", "mnm_owner (CREATEROLE)"],
    ["may read every table", "GRANT pg_read_all_data TO tried", "pg_read_all_data"],
    ["can become the system role", "GRANT mnm_system TO tried", "it can become mnm_system"],
    [
      "can become it through another role that it does not inherit",
      "GRANT mnm_system TO between; GRANT between TO tried WITH INHERIT FALSE, SET TRUE",
      "it can become mnm_system",
    ],
    [
      "reaches a powerful role in two steps",
      "ALTER ROLE between BYPASSRLS; GRANT between TO tried",
      "it is or can become between (BYPASSRLS)",
    ],
  ])("one that %s", async (_what, grants, problem) => {
    const problems = await problemsAfter("app", `GRANT mnm_app TO tried; ${grants}`);
    expect(problems.join("; ")).toContain(problem);
  });

  it("one that has none of the app's rights, which would fail at the first page", async () => {
    expect(await problemsAfter("app", "")).toEqual(["it is not a member of mnm_app"]);
  });
});
