import { describe, expect, it } from "vitest";
import { newId, type ApiTokenId } from "@/lib/ids";
import { askAs } from "@/lib/testing/ask-as";
import { superuserQuery } from "@/lib/testing/database";
import { aMember, anAdmin, type TestMember } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { anApiToken, aSession } from "@/lib/testing/session-factory";
import { type Instant, plusHours, plusMinutes } from "@/lib/time/instant";
import { findAccount } from "./get-account";
import { issueApiToken } from "./issue-api-token";
import { listApiTokens } from "./list-api-tokens";
import { revokeApiToken } from "./revoke-api-token";
import { signOutEverywhere } from "./sign-out-everywhere";

const DAY = 24;

async function statusOf(
  token: string,
  slug: string,
  asking: { now?: Instant; method?: string } = {},
) {
  const headers = { authorization: `Bearer ${token}` };
  return (await askAs(headers, { slug, ...asking })).status;
}

async function accountOf(member: TestMember) {
  const account = await findAccount(await aSession(member, { at: TEST_NOW }), TEST_NOW);
  if (account === null) throw new Error("signed out");
  return account;
}

async function anAdminWithAccount() {
  const school = await aSchool();
  const admin = await anAdmin(school);
  const account = await accountOf(admin);
  const wanted = { slug: school.slug, name: "Timetable", scope: "WRITE", days: 30 } as const;
  const issue = async (change: Partial<Parameters<typeof issueApiToken>[1]> = {}) =>
    issueApiToken(account.session, { ...wanted, ...change }, TEST_NOW);
  return { school, slug: school.slug, admin, account, wanted, issue };
}

async function happenedTo({ userId }: TestMember): Promise<unknown[]> {
  const sql = "SELECT kind FROM security_event WHERE user_id = $1 ORDER BY id";
  return (await superuserQuery(sql, [userId])).rows.map((row) => row["kind"]);
}

describe("an API token", () => {
  it("opens its one school as its member, and no other", async () => {
    const { slug, admin, school, issue } = await anAdminWithAccount();
    const other = await aSchool();
    await aMember(other, { roles: ["PARENT"], user: admin });
    const { token } = await issue();
    const answer = await askAs({ authorization: `Bearer ${token}` }, { slug });
    expect(answer).toMatchObject({
      status: "member",
      ctx: { schoolId: school.id, actor: { personId: admin.personId, roles: ["ADMIN"] } },
    });
    expect(answer).not.toHaveProperty("ctx.actor.token");
    expect(await statusOf(token, other.slug)).toBe("not-found");
    for (const wrong of [`${token}x`, "", "mnm_"]) {
      expect(await statusOf(wrong, slug)).toBe("signed-out");
    }
  });

  it("that may read is refused every write; one that may write does both", async () => {
    const { slug, issue } = await anAdminWithAccount();
    const [reads, writes] = [await issue({ scope: "READ" }), await issue()];
    for (const method of ["GET", "HEAD"]) {
      expect(await statusOf(reads.token, slug, { method })).toBe("member");
    }
    for (const method of ["POST", "PATCH", "PUT", "DELETE", "OPTIONS"]) {
      expect(await statusOf(reads.token, slug, { method }), method).toBe("read-only-token");
      expect(await statusOf(writes.token, slug, { method }), method).toBe("member");
    }
  });

  it("works until its last moment, and is as unknown as any other after", async () => {
    const { slug, issue } = await anAdminWithAccount();
    const { token } = await issue();
    const end = plusHours(TEST_NOW, 30 * DAY);
    expect(await statusOf(token, slug, { now: plusMinutes(end, -1) })).toBe("member");
    expect(await statusOf(token, slug, { now: end })).toBe("signed-out");
  });

  it("has its last use written when the one before is 10 minutes old", async () => {
    const { slug, account, issue } = await anAdminWithAccount();
    const { token } = await issue();
    const lastUse = async () => (await listApiTokens(account, TEST_NOW))[0]?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    for (const [minutes, written] of [
      [1, 1],
      [10, 1],
      [11, 11],
      [20, 11],
    ] as const) {
      await statusOf(token, slug, { now: plusMinutes(TEST_NOW, minutes) });
      expect(await lastUse(), `after ${minutes} minutes`).toBe(plusMinutes(TEST_NOW, written));
    }
  });

  it("is made by members only, for as long as their session lives", async () => {
    const { wanted, account, issue } = await anAdminWithAccount();
    const { slug } = await aSchool();
    await expect(issue({ slug })).rejects.toMatchObject({ name: "NotFound" });
    const stranger = issueApiToken({ email: "nobody@x.example" }, wanted, TEST_NOW);
    await expect(stranger).rejects.toMatchObject({ name: "NotFound" });
    await signOutEverywhere(account, { withCalendars: false }, TEST_NOW);
    await expect(issue()).rejects.toMatchObject({ code: "signed-out" });
  });

  it("is one of twenty at most, however many are asked for at once", async () => {
    const { admin, account, issue } = await anAdminWithAccount();
    const results = await Promise.allSettled(Array.from({ length: 24 }, () => issue()));
    const refused = results.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toMatchObject({ code: "too-many-tokens", details: { most: 20 } });
    const tokens = await listApiTokens(account, TEST_NOW);
    for (const { id } of tokens) await revokeApiToken(account, id, TEST_NOW);
    await expect(issue()).rejects.toMatchObject({ code: "too-many-tokens" });
    const tomorrow = plusHours(TEST_NOW, DAY + 1);
    const wanted = {
      slug: account.memberships[0]?.slug ?? "",
      name: "New",
      scope: "READ",
    } as const;
    const next = issueApiToken({ email: admin.email }, { ...wanted, days: 30 }, tomorrow);
    await expect(next).resolves.toBeTruthy();
  });
});

describe("a person's own API tokens", () => {
  it("are listed by name, school, scope and times, the newest first, never with their secret", async () => {
    const { school, account, admin, issue } = await anAdminWithAccount();
    const expiresAt = plusHours(TEST_NOW, -1);
    await anApiToken(admin, school, { name: "Old", scope: "READ", at: expiresAt, expiresAt });
    const { token, tokenId } = await issue();
    const listed = await listApiTokens(account, TEST_NOW);
    expect(listed).toMatchObject([
      {
        ...{ id: tokenId, name: "Timetable", schoolName: school.facts.name, scope: "WRITE" },
        ...{ createdAt: TEST_NOW, lastUsedAt: null, isExpired: false },
        expiresAt: plusHours(TEST_NOW, 30 * DAY),
      },
      { name: "Old", scope: "READ", isExpired: true },
    ]);
    expect(JSON.stringify(listed)).not.toContain(token.slice(4));
    const { rows } = await superuserQuery("SELECT t::text AS kept FROM api_token t");
    expect(rows.some(({ kept }) => String(kept).includes(token))).toBe(false);
  });

  it("end when they are revoked: of two at once one does it, and it is told once", async () => {
    const { slug, account, admin, issue } = await anAdminWithAccount();
    const { token, tokenId } = await issue();
    const other = await issue();
    const presses = [1, 2, 3].map(() => revokeApiToken(account, tokenId, TEST_NOW));
    const results = (await Promise.allSettled(presses)).map(({ status }) => status).sort();
    expect(results).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await statusOf(token, slug)).toBe("signed-out");
    expect(await statusOf(other.token, slug)).toBe("member");
    expect((await listApiTokens(account, TEST_NOW)).map(({ id }) => id)).toEqual([other.tokenId]);
    expect(await happenedTo(admin)).toEqual(["TOKEN_MADE", "TOKEN_MADE", "TOKEN_REVOKED"]);
  });

  it("are all there is: another's is not found, like one that nobody has", async () => {
    const [mine, theirs] = [await anAdminWithAccount(), await anAdminWithAccount()];
    const { token, tokenId } = await theirs.issue();
    for (const id of [tokenId, newId<ApiTokenId>()]) {
      const revoked = revokeApiToken(mine.account, id, TEST_NOW);
      await expect(revoked).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await statusOf(token, theirs.slug)).toBe("member");
    expect(await listApiTokens(mine.account, TEST_NOW)).toEqual([]);
  });
});
