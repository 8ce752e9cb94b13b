import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { superuserQuery, testUrls } from "@/lib/testing/database";
import { refuseUnsafeRoles } from "./refuse-unsafe-roles";
import { roleProblems } from "./role-check";

let made: string[] = [];

/** A login of the throw-away server, gone after the test. */
async function aLogin(sql: (role: string) => string): Promise<string> {
  const role = `try_${Math.random().toString(36).slice(2, 10)}`;
  await superuserQuery(`CREATE ROLE ${role} LOGIN PASSWORD 'try'`);
  made.push(role);
  await superuserQuery(sql(role));
  return role;
}

async function problemsOf(role: string, kind: "app" | "system"): Promise<string[]> {
  const url = new URL(testUrls().app);
  url.username = role;
  url.password = "try";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await roleProblems((sql) => client.query(sql), kind);
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const role of made) await superuserQuery(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  made = [];
});

const app = (role: string) => `GRANT mnm_app TO ${role}`;

describe("start-up refuses a login that could step around the policies", () => {
  it("accepts the logins as they are set up", async () => {
    await expect(refuseUnsafeRoles()).resolves.toBeUndefined();
  });

  it("accepts a plain member of the app's group", async () => {
    expect(await problemsOf(await aLogin(app), "app")).toEqual([]);
  });

  it.each([
    ["a superuser", "SUPERUSER"],
    ["one that bypasses row-level security", "BYPASSRLS"],
    ["one that makes roles", "CREATEROLE"],
    ["one that replicates", "REPLICATION"],
  ])("refuses %s", async (_what, power) => {
    const role = await aLogin((name) => `${app(name)}; ALTER ROLE ${name} ${power}`);
    expect((await problemsOf(role, "app")).join()).toContain(power);
  });

  it("refuses one that could become such a role, even without inheriting from it", async () => {
    const strong = await aLogin((name) => `ALTER ROLE ${name} BYPASSRLS`);
    const through = await aLogin((name) => `GRANT ${strong} TO ${name} WITH INHERIT FALSE`);
    const role = await aLogin(
      (name) => `${app(name)}; GRANT ${through} TO ${name} WITH INHERIT FALSE`,
    );
    expect(await problemsOf(role, "app")).toEqual([`it is or can become ${strong} (BYPASSRLS)`]);
  });

  it("refuses one with a built-in role of the server", async () => {
    const role = await aLogin((name) => `${app(name)}; GRANT pg_read_all_data TO ${name}`);
    expect(await problemsOf(role, "app")).toEqual(["it is or can become pg_read_all_data"]);
  });

  it("refuses the owner of a table, of the schema or of the database", async () => {
    const role = await aLogin(
      (name) => `${app(name)}; CREATE SCHEMA of_${name} AUTHORIZATION ${name};
        CREATE TABLE of_${name}.things (id int); ALTER TABLE of_${name}.things OWNER TO ${name}`,
    );
    expect(await problemsOf(role, "app")).toEqual([
      `it owns the schema of_${role}`,
      "it owns the table things",
    ]);
    const owner = new Client({ connectionString: testUrls().owner });
    await owner.connect();
    const problems = await roleProblems((sql) => owner.query(sql), "app").finally(() =>
      owner.end(),
    );
    expect(problems.join()).toContain("it owns the database");
  });

  it("refuses an app login that can become the system's, or is of no group", async () => {
    const both = await aLogin((name) => `${app(name)}; GRANT mnm_system TO ${name}`);
    expect(await problemsOf(both, "app")).toEqual(["it can become mnm_system"]);
    const stranger = await aLogin(() => "SELECT 1");
    expect(await problemsOf(stranger, "app")).toEqual(["it is not a member of mnm_app"]);
    expect(await problemsOf(stranger, "system")).toEqual(["it is not a member of mnm_system"]);
  });
});
