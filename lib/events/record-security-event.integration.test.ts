import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { asSystem } from "@/lib/db/system";
import { log } from "@/lib/log";
import { appQuery, superuserQuery, systemQuery } from "@/lib/testing/database";
import { aMember, anAdmin, contextOf, type TestMember } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { recordSecurityEvent } from "./record-security-event";

let school: TestSchool;
let admin: TestMember;
let parent: TestMember;
const lines = vi.spyOn(log, "info");

beforeEach(async () => {
  school = await aSchool();
  admin = await anAdmin(school);
  parent = await aMember(school, { roles: ["PARENT"] });
  lines.mockReset();
});
afterEach(() => lines.mockReset());

function rolesChanged() {
  const { personId, userId } = parent;
  const schoolId = school.id;
  return { kind: "ROLES_CHANGED", schoolId, personId, userId, actorId: admin.personId } as const;
}

async function kindsOf(userId: string): Promise<unknown[]> {
  const sql = "SELECT kind, device FROM security_event WHERE user_id = $1 ORDER BY kind";
  return (await superuserQuery(sql, [userId])).rows;
}

describe("what happened to a sign-in", () => {
  it("is a row, and a line in the log with ids and nothing that says who it is", async () => {
    const signedIn = {
      kind: "SIGNED_IN",
      userId: parent.userId,
      device: "Firefox on Mac",
    } as const;
    await asSystem((db) => recordSecurityEvent(db, signedIn, TEST_NOW));
    expect(await kindsOf(parent.userId)).toEqual([{ kind: "SIGNED_IN", device: "Firefox on Mac" }]);
    const nowhere = { schoolId: null, personId: null, actorId: null };
    expect(lines.mock.calls).toEqual([
      [{ kind: "SIGNED_IN", userId: parent.userId, ...nowhere }, "security event"],
    ]);
  });

  it("leaves neither row nor line when the happening itself is undone", async () => {
    const undone = asSystem(async (db) => {
      await recordSecurityEvent(db, { kind: "PASSWORD_CHANGED", userId: parent.userId }, TEST_NOW);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await kindsOf(parent.userId)).toEqual([]);
    expect(lines).not.toHaveBeenCalled();
  });

  it("can be written by the app in its own school and nowhere else", async () => {
    const ctx = contextOf(school, admin);
    await inSchool(ctx, (db) => recordSecurityEvent(db, rolesChanged(), TEST_NOW));
    expect(await kindsOf(parent.userId)).toHaveLength(1);
    const other = await aSchool();
    const there = await aMember(other, { roles: ["PARENT"] });
    const foreign = { ...rolesChanged(), schoolId: other.id, personId: there.personId };
    const writing = inSchool(ctx, (db) => recordSecurityEvent(db, foreign, TEST_NOW));
    await expect(writing).rejects.toThrow("row-level security");
  });

  it("shows a school no sign-in, failure, limit, reset or password of anybody", async () => {
    await asSystem((db) =>
      recordSecurityEvent(db, { kind: "SIGN_IN_FAILED", userId: parent.userId }, TEST_NOW),
    );
    await asSystem((db) => recordSecurityEvent(db, rolesChanged(), TEST_NOW));
    const seen = await appQuery(school.id, "SELECT kind FROM security_event");
    expect(seen.rows).toEqual([{ kind: "ROLES_CHANGED" }]);
    const own = `INSERT INTO security_event (id, kind, at, user_id, school_id, person_id)
      VALUES (gen_random_uuid(), 'SIGNED_IN', now(), $1, $2, $3)`;
    const values = [parent.userId, school.id, parent.personId];
    await expect(superuserQuery(own, values)).rejects.toThrow("security_event_school_by_kind");
  });

  it("cannot be made to have not happened: nobody changes a row, the clean-up deletes old ones only", async () => {
    await asSystem((db) => recordSecurityEvent(db, rolesChanged(), TEST_NOW));
    for (const query of [systemQuery, (sql: string) => appQuery(school.id, sql)]) {
      await expect(query("UPDATE security_event SET at = now()")).rejects.toThrow("permission");
    }
    const gone = await systemQuery(
      `DELETE FROM security_event WHERE school_id = '${school.id}' AND at > now() - interval '364 days'`,
    );
    expect(gone.rowCount).toBe(0);
    await expect(appQuery(school.id, "DELETE FROM security_event")).rejects.toThrow("permission");
  });
});
