import { afterEach, describe, expect, it } from "vitest";
import { superuserQuery, testUrls } from "@/lib/testing/database";
import { withClient } from "@/scripts/database/connect";
import { ensureGroups } from "@/scripts/database/group-roles";

const LOGINS = { app: "mnm_try_web", system: "mnm_try_sys", jobs: "mnm_try_jobs" };

afterEach(async () => {
  for (const role of Object.values(LOGINS)) await superuserQuery(`DROP ROLE IF EXISTS ${role}`);
});

async function ensure(logins: typeof LOGINS): Promise<void> {
  await withClient(testUrls().superuser, (client) => ensureGroups(client, logins));
}

async function membersOf(group: string): Promise<string[]> {
  const { rows } = await superuserQuery(
    `SELECT l.rolname AS login FROM pg_auth_members m JOIN pg_roles l ON l.oid = m.member
      WHERE m.roleid = $1::regrole AND l.rolname LIKE 'mnm_try%'`,
    [group],
  );
  return rows.map(({ login }) => String(login));
}

describe("the two logins of the app", () => {
  it("are let in as what they are named for, and as nothing else when they are swapped", async () => {
    for (const role of Object.values(LOGINS)) await superuserQuery(`CREATE ROLE ${role} LOGIN`);
    await ensure(LOGINS);
    await ensure(LOGINS);
    const swapped = ensure({ ...LOGINS, app: LOGINS.system, system: LOGINS.app });
    await expect(swapped).rejects.toThrow(/REVOKE mnm_system FROM "?mnm_try_sys"?;$/);
    expect(await membersOf("mnm_app")).toEqual([LOGINS.app]);
    expect(await membersOf("mnm_system")).toEqual([LOGINS.system]);
  });
});
