import { describe, expect, it } from "vitest";
import { newId, type SessionId } from "@/lib/ids";
import { askAs } from "@/lib/testing/ask-as";
import { superuserQuery, superuserTransaction } from "@/lib/testing/database";
import { anAdmin, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { aSession, cookieOfSession } from "@/lib/testing/session-factory";
import { type Instant, plusHours, plusMinutes } from "@/lib/time/instant";
import { endSession, endSessionOf } from "./end-session";
import { findAccount } from "./get-account";
import { listSessions } from "./list-sessions";
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

async function anAdminWithSession() {
  const school = await aSchool();
  const admin = await anAdmin(school);
  const session = await aSession(admin, { at: TEST_NOW });
  return { school, admin, session, slug: school.slug };
}

describe("signing in again", () => {
  it("takes the place of what this browser had, and leaves other browsers signed in", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const phone = await aSession(admin, { at: TEST_NOW });
    const user = { ...admin, sessionVersion: 1 };
    const next = await openSession(user, { ...PHONE, replaces: session }, TEST_NOW);
    expect(await statusOf(session, slug)).toBe("signed-out");
    for (const each of [phone, next]) expect(await statusOf(each, slug)).toBe("member");
  });

  it("with a password that was changed in the same moment opens nothing", async () => {
    const { session, admin } = await anAdminWithSession();
    const credentials = { email: admin.email, password: TEST_PASSWORD, caller };
    const proven = await verifyCredentials(credentials, TEST_NOW);
    await signOutEverywhere(await accountOf(session), { withCalendars: false }, TEST_NOW);
    await expect(openSession(proven, PHONE, TEST_NOW)).rejects.toMatchObject({
      code: "signed-out",
    });
    const racing = { ...proven, sessionVersion: 2 };
    const account = { ...(await accountOf(await aSession(admin))), memberships: [] };
    const started: Promise<unknown>[] = [];
    await superuserTransaction(async (query) => {
      await query(`SELECT 1 FROM "user" WHERE id = $1 FOR UPDATE`, [admin.userId]);
      const ended = signOutEverywhere(account, { withCalendars: false }, TEST_NOW);
      started.push(Promise.allSettled([openSession(racing, PHONE, TEST_NOW), ended]));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    });
    await Promise.all(started);
    const sql = "SELECT 1 FROM user_session WHERE user_id = $1";
    expect((await superuserQuery(sql, [admin.userId])).rowCount).toBe(0);
  });

  it("very often forgets the oldest: nobody fills the table", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const user = { ...admin, sessionVersion: 1 };
    for (let times = 0; times < 50; times += 1) {
      await openSession(user, PHONE, plusMinutes(TEST_NOW, 1));
    }
    const { rowCount } = await superuserQuery("SELECT 1 FROM user_session WHERE user_id = $1", [
      admin.userId,
    ]);
    expect(rowCount).toBe(50);
    expect(await statusOf(session, slug)).toBe("signed-out");
  });
});

describe("a person's own sessions", () => {
  it("are listed with the device, this one first, without those that have ended", async () => {
    const { session, admin } = await anAdminWithSession();
    const now = plusHours(TEST_NOW, DAY);
    const phone = await openSession({ ...admin, sessionVersion: 1 }, PHONE, now);
    await aSession(admin, { at: plusHours(now, -15 * DAY) });
    await aSession(admin, { at: plusHours(now, -91 * DAY), lastUsedAt: now });
    const account = await accountOf(session, now);
    expect(await listSessions(account, now)).toEqual([
      {
        ...{ id: session.sessionId, device: "Chrome on Android", isThis: true },
        ...{ startedAt: TEST_NOW, lastUsedAt: now },
      },
      {
        ...{ id: phone.sessionId, device: "Safari on iPhone", isThis: false },
        ...{ startedAt: now, lastUsedAt: now },
      },
    ]);
  });

  it("can be ended one by one; of two presses one does it", async () => {
    const { session, slug, admin } = await anAdminWithSession();
    const phone = await aSession(admin, { at: TEST_NOW });
    const account = await accountOf(session);
    const presses = [1, 2].map(() => endSessionOf(account, phone.sessionId, TEST_NOW));
    const results = (await Promise.allSettled(presses)).map(({ status }) => status).sort();
    expect(results).toEqual(["fulfilled", "rejected"]);
    expect(await statusOf(phone, slug)).toBe("signed-out");
    expect(await statusOf(session, slug)).toBe("member");
  });

  it("are all there is: another's is not found, like one that nobody has", async () => {
    const mine = await anAdminWithSession();
    const theirs = await anAdminWithSession();
    const account = await accountOf(mine.session);
    for (const id of [theirs.session.sessionId, newId<SessionId>()]) {
      await expect(endSessionOf(account, id, TEST_NOW)).rejects.toMatchObject({ name: "NotFound" });
    }
    await endSession({ ...mine.session, sessionId: theirs.session.sessionId });
    expect(await statusOf(theirs.session, theirs.slug)).toBe("member");
    const listed = await listSessions(account, TEST_NOW);
    expect(listed.map(({ id }) => id)).toEqual([mine.session.sessionId]);
  });
});
