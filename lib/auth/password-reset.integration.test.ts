import { describe, expect, it } from "vitest";
import type { SchoolId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { superuserQuery, systemQuery } from "@/lib/testing/database";
import { anAdmin } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { aSession } from "@/lib/testing/session-factory";
import { plusHours } from "@/lib/time/instant";
import { findAccount } from "./get-account";
import { requestPasswordReset } from "./request-password-reset";
import { getOpenReset, resetPassword } from "./reset-password";
import { verifyCredentials } from "./verify-credentials";

const caller = { address: "198.51.100.7", device: "Safari on iPhone" };
const how = { device: caller.device };
const STRONG = "four lemons dance slowly";

const askFor = (email: string) => requestPasswordReset({ email, ...how }, TEST_NOW);

async function outboxOf(schoolId: SchoolId) {
  const sql = "SELECT name, data FROM outbox_event WHERE school_id = $1 ORDER BY id";
  return (await superuserQuery(sql, [schoolId])).rows as {
    name: string;
    data: Record<string, string>;
  }[];
}

async function auditOf(schoolId: SchoolId): Promise<unknown[]> {
  const sql = "SELECT action FROM audit_entry WHERE school_id = $1 ORDER BY id";
  return (await superuserQuery(sql, [schoolId])).rows.map((row) => row["action"]);
}

/** The token that the mail of the newest reset carries. */
async function mailedReset(school: TestSchool): Promise<string> {
  const event = (await outboxOf(school.id)).at(-1);
  return linkToken("password-reset", event?.data["passwordResetId"] ?? "");
}

describe("a forgotten password", () => {
  it("is set anew by the mailed link, once, and ends every session", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school);
    const { email, personId } = admin;
    const session = await aSession(admin);
    await askFor(` ${email.toUpperCase()}`);
    const [event] = await outboxOf(school.id);
    expect(event).toMatchObject({ name: "auth/password.reset-requested", data: { personId } });
    const token = await mailedReset(school);
    await resetPassword({ ...how, token, password: STRONG }, plusHours(TEST_NOW, 0.9));
    expect(await findAccount(session, TEST_NOW)).toBeNull();
    await expect(
      verifyCredentials({ email, password: STRONG, caller }, TEST_NOW),
    ).resolves.toBeTruthy();
    await expect(
      resetPassword({ ...how, token, password: `${STRONG}!` }, TEST_NOW),
    ).rejects.toMatchObject({
      code: "link-spent",
    });
    expect(await auditOf(school.id)).toEqual([
      "auth/password.reset-requested",
      "auth/password.changed",
    ]);
  });

  it("is set once when the link is used twice at the same moment", async () => {
    const school = await aSchool();
    const { email } = await anAdmin(school);
    await askFor(email);
    const token = await mailedReset(school);
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => resetPassword({ ...how, token, password: `${STRONG} ${n}` }, TEST_NOW)),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  it("keeps the link for an hour; a weak password does not spend it", async () => {
    const school = await aSchool();
    const { email, givenName } = await anAdmin(school);
    await askFor(email);
    const token = await mailedReset(school);
    await expect(
      resetPassword({ ...how, token, password: `${givenName}${givenName}` }, TEST_NOW),
    ).rejects.toMatchObject({ code: "weak-password" });
    expect(await getOpenReset(token, TEST_NOW)).toEqual({ tokenCount: 0 });
    expect(await getOpenReset(token, plusHours(TEST_NOW, 1))).toBeNull();
    expect(await getOpenReset("nonsense", TEST_NOW)).toBeNull();
  });

  it("ends the other links that were asked for, five of which are sent in an hour", async () => {
    const school = await aSchool();
    const { email } = await anAdmin(school);
    for (let round = 0; round < 7; round += 1) await askFor(email);
    const events = await outboxOf(school.id);
    expect(events).toHaveLength(5);
    const [first, second] = events.map((each) =>
      linkToken("password-reset", each.data["passwordResetId"] ?? ""),
    );
    await resetPassword({ ...how, token: first ?? "", password: STRONG }, TEST_NOW);
    expect(await getOpenReset(second ?? "", TEST_NOW)).toBeNull();
  });

  it("keeps only the hash of the link, and says nothing about unknown addresses", async () => {
    const school = await aSchool();
    await askFor((await anAdmin(school)).email);
    const token = await mailedReset(school);
    const { rowCount } = await systemQuery("SELECT 1 FROM password_reset WHERE token_hash = $1", [
      token,
    ]);
    expect(rowCount).toBe(0);
    await expect(askFor("nobody@x.example")).resolves.toBeUndefined();
    await expect(askFor("no address")).resolves.toBeUndefined();
  });
});
