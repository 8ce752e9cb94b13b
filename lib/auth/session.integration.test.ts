import { describe, expect, it } from "vitest";
import { newId, type SessionId, type UserId } from "@/lib/ids";
import { askAs } from "@/lib/testing/ask-as";
import { superuserQuery, systemQuery } from "@/lib/testing/database";
import { aMember, anAdmin, contextOf, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { aSession, cookieOfSession } from "@/lib/testing/session-factory";
import { type Instant, plusHours, plusMinutes } from "@/lib/time/instant";
import { changePassword } from "./change-password";
import { changeRoles, endMembership } from "./change-roles";
import { cleanUpExpired } from "./clean-up-expired";
import { endSession } from "./end-session";
import { findAccount } from "./get-account";
import { isLiveSession } from "./live-session";
import { openSession } from "./open-session";
import type { SessionToken } from "./session-token";
import { signOutEverywhere } from "./sign-out-everywhere";
import { verifyCredentials } from "./verify-credentials";

const PHONE = { device: "Safari on iPhone", replaces: null };
const DAY = 24;
const caller = { address: "203.0.113.201", device: "Safari on iPhone" };

async function statusOf(
  session: SessionToken,
  slug: string,
  asking: { now?: Instant; method?: string; origin?: string } = {},
) {
  const cookie = `a=b; ${await cookieOfSession(session)}`;
  return (await askAs({ cookie }, { slug, ...asking })).status;
}

async function accountOf(session: SessionToken, now: Instant = TEST_NOW) {
  const account = await findAccount(session, now);
  if (account === null) throw new Error("signed out");
  return account;
}

async function lastUseOf({ sessionId }: SessionToken): Promise<number> {
  const sql = "SELECT last_used_at AS at FROM user_session WHERE id = $1";
  return ((await superuserQuery(sql, [sessionId])).rows[0]?.["at"] as Date).getTime();
}

async function anAdminWithSession() {
  const school = await aSchool();
  const admin = await anAdmin(school);
  const session = await aSession(admin, { at: TEST_NOW });
  return { school, admin, session, slug: school.slug };
}

describe("a session", () => {
  it("opens the schools of its person and no other", async () => {
    const { session, slug } = await anAdminWithSession();
    const other = await aSchool();
    expect(await statusOf(session, slug)).toBe("member");
    for (const foreign of [other.slug, "no-such-school", "../\0'"]) {
      expect(await statusOf(session, foreign)).toBe("not-found");
    }
  });

  it("of one person opens each of their schools with the roles they have there", async () => {
    const { school, admin, session } = await anAdminWithSession();
    const second = await aSchool();
    await aMember(second, { roles: ["PARENT"], user: admin });
    const { memberships } = await accountOf(session);
    expect(memberships.map(({ slug, roles }) => [slug, roles])).toEqual([
      [school.slug, ["ADMIN"]],
      [second.slug, ["PARENT"]],
    ]);
  });

  it("is worth nothing when forged, of nobody, of another, of another generation, or of a disabled user", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const stranger = (await anAdmin(await aSchool())).userId;
    for (const change of [
      { sessionId: newId<SessionId>() },
      { userId: newId<UserId>() },
      { userId: stranger },
      { sessionVersion: 2 },
    ]) {
      expect(await statusOf({ ...session, ...change }, slug)).toBe("signed-out");
      expect(await findAccount({ ...session, ...change }, TEST_NOW)).toBeNull();
    }
    const { status } = await askAs({ cookie: "next-auth.session-token=forged" }, { slug });
    expect(status).toBe("signed-out");
    await systemQuery(`UPDATE "user" SET disabled_at = now() WHERE id = $1`, [admin.userId]);
    expect(await statusOf(session, slug)).toBe("signed-out");
  });

  it("writes only from a page of ours", async () => {
    const { session, slug } = await anAdminWithSession();
    const post = (origin?: string) =>
      statusOf(session, slug, { method: "POST", ...(origin !== undefined && { origin }) });
    expect(await post("http://localhost:3000")).toBe("member");
    for (const origin of [undefined, "null", "https://evil.example", "http://localhost:3001"]) {
      expect(await post(origin)).toBe("foreign-origin");
    }
  });
});

describe("a session ends", () => {
  it("when its person signs out, with every copy of its cookie, and no other session does", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const phone = await openSession({ ...admin, sessionVersion: 1 }, PHONE, TEST_NOW);
    expect(await statusOf(session, slug)).toBe("member");
    await endSession(session);
    expect(await statusOf(session, slug)).toBe("signed-out");
    expect(await isLiveSession(session, TEST_NOW)).toBe(false);
    expect(await findAccount(session, TEST_NOW)).toBeNull();
    expect(await statusOf(phone, slug)).toBe("member");
  });

  it("after 14 days without use, to the minute; used before, it goes on", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const unused = await aSession(admin, { at: TEST_NOW });
    const almost = plusMinutes(plusHours(TEST_NOW, 14 * DAY), -1);
    expect(await statusOf(session, slug, { now: almost })).toBe("member");
    const late = plusHours(TEST_NOW, 14 * DAY);
    expect(await statusOf(unused, slug, { now: late })).toBe("signed-out");
    expect(await findAccount(unused, late)).toBeNull();
    expect(await isLiveSession(unused, late)).toBe(false);
    expect(await statusOf(session, slug, { now: plusHours(almost, 14 * DAY - 1) })).toBe("member");
  });

  it("after 90 days in all, however often it is used", async () => {
    const { session, slug } = await anAdminWithSession();
    const ends = plusHours(TEST_NOW, 90 * DAY);
    for (let days = 0; days < 90; days += 10) {
      const now = plusHours(TEST_NOW, days * DAY);
      expect(await statusOf(session, slug, { now })).toBe("member");
    }
    expect(await statusOf(session, slug, { now: plusMinutes(ends, -1) })).toBe("member");
    expect(await statusOf(session, slug, { now: ends })).toBe("signed-out");
  });

  it("and its row is gone with the next clean-up, others' stay", async () => {
    const { session, admin } = await anAdminWithSession();
    const fresh = await aSession(admin, { at: plusHours(TEST_NOW, 1) });
    await cleanUpExpired(plusHours(TEST_NOW, 14 * DAY));
    const { rows } = await superuserQuery("SELECT id FROM user_session WHERE user_id = $1", [
      session.userId,
    ]);
    expect(rows).toEqual([{ id: fresh.sessionId }]);
  });

  it("with 'sign out everywhere', in every browser", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const phone = await aSession(admin, { at: TEST_NOW });
    await signOutEverywhere(await accountOf(session), { withCalendars: false }, TEST_NOW);
    for (const each of [session, phone]) expect(await statusOf(each, slug)).toBe("signed-out");
  });

  it("when the password is changed; the browser that did it goes on with a new one", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const change = { newPassword: "four lemons dance slowly", caller };
    const account = await accountOf(session);
    await expect(
      changePassword(account, { ...change, oldPassword: "wrong" }, TEST_NOW),
    ).rejects.toMatchObject({ code: "wrong-password" });
    const user = await changePassword(account, { ...change, oldPassword: TEST_PASSWORD }, TEST_NOW);
    expect(await statusOf(session, slug)).toBe("signed-out");
    const next = await openSession(user, { ...PHONE, replaces: session }, TEST_NOW);
    expect(await statusOf(next, slug)).toBe("member");
    const old = { email: admin.email, password: TEST_PASSWORD, caller };
    await expect(verifyCredentials(old, TEST_NOW)).rejects.toMatchObject({
      code: "wrong-credentials",
    });
    const proven = await verifyCredentials({ ...old, password: change.newPassword }, TEST_NOW);
    expect(proven).toEqual(user);
  });

  it("not when roles change in one school, nor when somebody leaves it: that is read at every request", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    const teacher = await aMember(school, { roles: ["TEACHER"] });
    const other = await aSchool();
    await aMember(other, { roles: ["PARENT"], user: teacher });
    const session = await aSession(teacher, { at: TEST_NOW });
    const { personId } = teacher;
    await changeRoles(ctx, { personId, roles: ["TEACHER", "ADMIN"] });
    expect(await askAs({ cookie: await cookieOfSession(session) }, school)).toMatchObject({
      ctx: { actor: { roles: ["TEACHER", "ADMIN"] } },
    });
    await endMembership(ctx, personId);
    expect(await statusOf(session, school.slug)).toBe("not-found");
    expect(await statusOf(session, other.slug)).toBe("member");
  });
});

describe("the last use of a session", () => {
  it("is written when the one before is 10 minutes old, and never back in time", async () => {
    const { session, slug } = await anAdminWithSession();
    const at = (minutes: number) => plusMinutes(TEST_NOW, minutes);
    for (const [minutes, written] of [
      [9, 0],
      [10, 10],
      [15, 10],
      [20, 20],
      [12, 20],
    ] as const) {
      await statusOf(session, slug, { now: at(minutes) });
      expect(await lastUseOf(session), `after ${minutes} minutes`).toBe(at(written));
    }
  });

  it("is written once however many requests come at once, each of which is answered", async () => {
    const { session, slug } = await anAdminWithSession();
    const now = plusMinutes(TEST_NOW, 30);
    const before = await versionOf(session);
    const asked = Array.from({ length: 8 }, () => statusOf(session, slug, { now }));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["member"]));
    expect(await lastUseOf(session)).toBe(now);
    expect(await versionOf(session)).not.toBe(before);
    const after = await versionOf(session);
    await statusOf(session, slug, { now: plusMinutes(now, 1) });
    expect(await versionOf(session)).toBe(after);
  });

  /** Changes with every write of the row. */
  async function versionOf({ sessionId }: SessionToken): Promise<unknown> {
    const sql = "SELECT xmin::text AS version FROM user_session WHERE id = $1";
    return (await superuserQuery(sql, [sessionId])).rows[0]?.["version"];
  }
});
