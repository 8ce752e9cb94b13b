import { describe, expect, it } from "vitest";
import { newId, type UserId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { systemQuery } from "@/lib/testing/database";
import { aMember, anAdmin, contextOf, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { systemNow } from "@/lib/time/instant";
import { changePassword } from "./change-password";
import { changeRoles, endMembership } from "./change-roles";
import { findAccount } from "./get-account";
import { issueApiToken } from "./issue-api-token";
import { memberOf } from "./member-of";
import { encodeSession, sessionCookieName, type SessionToken } from "./session-token";
import { signOutEverywhere } from "./sign-out-everywhere";
import { verifyCredentials } from "./verify-credentials";

let addresses = 0;

/** An address of its own for every test, so that none is held back by another's failures. */
function ownAddress(): string {
  addresses += 1;
  return `203.0.113.${addresses}`;
}

function callerAt(address: string) {
  return { address, device: "Firefox on Linux" };
}

async function signIn(email: string, password: string, address = ownAddress()) {
  return verifyCredentials({ email, password, caller: callerAt(address) }, TEST_NOW);
}

async function withSession(session: SessionToken, slug: string, method = "GET", origin?: string) {
  const cookie = `a=b; ${sessionCookieName()}=${await encodeSession(session)}`;
  const headers = new Headers({ cookie, host: "localhost:3000", ...(origin && { origin }) });
  const request = new Request(`http://localhost:3000/api/v1/schools/${slug}/me`, {
    method,
    headers,
  });
  return (await memberOf(request, slug, TEST_NOW)).status;
}

async function withToken(token: string, slug: string) {
  const headers = { authorization: `Bearer ${token}` };
  return memberOf(new Request("http://localhost:3000/", { headers }), slug, TEST_NOW);
}

async function accountOf(session: SessionToken) {
  const account = await findAccount(session);
  if (account === null) throw new Error("signed out");
  return account;
}

describe("signing in", () => {
  it("knows a person by address and password, however the address is typed", async () => {
    const member = await anAdmin(await aSchool(), { email: "ada@sign-in.example" });
    const session = await signIn("  ADA@Sign-In.example ", TEST_PASSWORD);
    expect(session).toEqual({ userId: member.userId, sessionVersion: 1 });
  });

  it("says the same of a wrong password, an unknown account, a disabled one and no address", async () => {
    const member = await anAdmin(await aSchool());
    const gone = await anAdmin(await aSchool());
    await systemQuery(`UPDATE "user" SET disabled_at = now() WHERE id = $1`, [gone.userId]);
    const tries = [
      [member.email, "wrong"],
      ["nobody@sign-in.example", TEST_PASSWORD],
      [gone.email, TEST_PASSWORD],
      ["not an address", TEST_PASSWORD],
    ] as const;
    for (const [email, password] of tries) {
      await expect(signIn(email, password)).rejects.toEqual(new Refusal("wrong-credentials"));
    }
  });

  it("takes as long over an unknown account as over a known one", async () => {
    const member = await anAdmin(await aSchool());
    const took = async (email: string) => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const begun = performance.now();
        await signIn(email, "wrong").catch(() => undefined);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    const known = await took(member.email);
    const unknown = await took(`${newId()}@sign-in.example`);
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it("refuses an account after ten failures, even with the right password, however many at once", async () => {
    const member = await anAdmin(await aSchool());
    const guesses = Array.from({ length: 14 }, () =>
      signIn(member.email, "wrong").catch((error: { code: string }) => error.code),
    );
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(10);
    expect(codes.filter((code) => code === "too-many-attempts")).toHaveLength(4);
    await expect(signIn(member.email, TEST_PASSWORD)).rejects.toMatchObject({
      code: "too-many-attempts",
      details: { minutes: "15 minutes" },
    });
  });

  it("counts failures only: whoever signs in often is never held back", async () => {
    const member = await anAdmin(await aSchool());
    for (let round = 0; round < 12; round += 1) await signIn(member.email, TEST_PASSWORD);
    await expect(signIn(member.email, TEST_PASSWORD)).resolves.toBeTruthy();
  });

  it("refuses an address that failed a hundred times, and no other", async () => {
    const member = await anAdmin(await aSchool());
    const address = ownAddress();
    await systemQuery("INSERT INTO sign_in_failure VALUES ($1, 100, $2)", [
      `address:${address}`,
      systemNow() + 60_000,
    ]);
    await expect(signIn(member.email, TEST_PASSWORD, address)).rejects.toMatchObject({
      code: "too-many-attempts",
    });
    await expect(signIn(member.email, TEST_PASSWORD)).resolves.toBeTruthy();
  });
});

describe("a session", () => {
  it("opens the schools of its person and no other", async () => {
    const [mine, other] = [await aSchool(), await aSchool()];
    const { userId } = await anAdmin(mine);
    const session = { userId, sessionVersion: 1 };
    expect(await withSession(session, mine.slug)).toBe("member");
    expect(await withSession(session, other.slug)).toBe("not-found");
    expect(await withSession(session, "no-such-school")).toBe("not-found");
    expect(await withSession(session, "../\0'")).toBe("not-found");
  });

  it("of one person opens each of their schools with the roles they have there", async () => {
    const [first, second] = [await aSchool(), await aSchool()];
    const user = await anAdmin(first);
    await aMember(second, { roles: ["PARENT"], user });
    const account = await accountOf({ userId: user.userId, sessionVersion: 1 });
    expect(account.memberships.map(({ slug, roles }) => [slug, roles])).toEqual([
      [first.slug, ["ADMIN"]],
      [second.slug, ["PARENT"]],
    ]);
  });

  it("is worth nothing when forged, of nobody, or of a disabled membership", async () => {
    const school = await aSchool();
    const { userId, personId } = await anAdmin(school);
    expect(await withSession({ userId, sessionVersion: 2 }, school.slug)).toBe("signed-out");
    expect(await withSession({ userId: newId<UserId>(), sessionVersion: 1 }, school.slug)).toBe(
      "signed-out",
    );
    const cookie = `${sessionCookieName()}=forged`;
    const forged = new Request("http://localhost:3000/", { headers: { cookie } });
    expect((await memberOf(forged, school.slug, TEST_NOW)).status).toBe("signed-out");
    await systemQuery("UPDATE membership SET disabled_at = now() WHERE person_id = $1", [personId]);
    expect(await withSession({ userId, sessionVersion: 1 }, school.slug)).toBe("not-found");
  });

  it("writes only from a page of ours", async () => {
    const school = await aSchool();
    const session = { userId: (await anAdmin(school)).userId, sessionVersion: 1 };
    const post = (origin?: string) => withSession(session, school.slug, "POST", origin);
    expect(await post("http://localhost:3000")).toBe("member");
    for (const origin of [undefined, "null", "https://evil.example", "http://localhost:3001"]) {
      expect(await post(origin)).toBe("foreign-origin");
    }
  });

  it("ends with 'sign out everywhere', whatever the cookie says", async () => {
    const school = await aSchool();
    const session = await signIn((await anAdmin(school)).email, TEST_PASSWORD);
    expect(await withSession(session, school.slug)).toBe("member");
    await signOutEverywhere(await accountOf(session), TEST_NOW);
    expect(await withSession(session, school.slug)).toBe("signed-out");
  });

  it("ends when the password is changed; the browser that did it goes on with a new one", async () => {
    const school = await aSchool();
    const { email } = await anAdmin(school);
    const session = await signIn(email, TEST_PASSWORD);
    const change = { newPassword: "four lemons dance slowly", caller: callerAt(ownAddress()) };
    const account = await accountOf(session);
    await expect(
      changePassword(account, { ...change, oldPassword: "wrong" }, TEST_NOW),
    ).rejects.toMatchObject({ code: "wrong-password" });
    const next = await changePassword(account, { ...change, oldPassword: TEST_PASSWORD }, TEST_NOW);
    expect(await withSession(session, school.slug)).toBe("signed-out");
    expect(await withSession(next, school.slug)).toBe("member");
    await expect(signIn(email, TEST_PASSWORD)).rejects.toMatchObject({ code: "wrong-credentials" });
    expect(await signIn(email, "four lemons dance slowly")).toEqual(next);
  });

  it("ends when an admin changes the roles of its person", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school);
    const { userId, personId } = await aMember(school, { roles: ["TEACHER"] });
    await changeRoles(contextOf(school, admin), { personId, roles: ["TEACHER", "ADMIN"] });
    expect(await withSession({ userId, sessionVersion: 1 }, school.slug)).toBe("signed-out");
    expect(await withSession({ userId, sessionVersion: 2 }, school.slug)).toBe("member");
    await endMembership(contextOf(school, admin), personId);
    expect(await withSession({ userId, sessionVersion: 3 }, school.slug)).toBe("not-found");
  });

  it("never leaves a school without an admin, also when two remove each other at once", async () => {
    const school = await aSchool();
    const [one, two] = [await anAdmin(school), await anAdmin(school)];
    const results = await Promise.allSettled([
      endMembership(contextOf(school, one), two.personId),
      endMembership(contextOf(school, two), one.personId),
    ]);
    expect(results.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of an admin cannot touch the members of another school", async () => {
    const [mine, other] = [await aSchool(), await aSchool()];
    const ctx = contextOf(mine, await anAdmin(mine));
    const { personId } = await aMember(other, { roles: ["TEACHER"] });
    await expect(endMembership(ctx, personId)).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("an API token", () => {
  it("opens its one school as its member, and nothing once it is revoked", async () => {
    const [school, other] = [await aSchool(), await aSchool()];
    const user = await anAdmin(school);
    await aMember(other, { roles: ["PARENT"], user });
    const token = await issueApiToken(user.email, school.slug, TEST_NOW);
    expect(await withToken(token, school.slug)).toMatchObject({
      status: "member",
      ctx: { schoolId: school.id, actor: { personId: user.personId, roles: ["ADMIN"] } },
    });
    expect((await withToken(token, other.slug)).status).toBe("not-found");
    expect((await withToken(`${token}x`, school.slug)).status).toBe("signed-out");
    await systemQuery("UPDATE api_token SET revoked_at = now() WHERE user_id = $1", [user.userId]);
    expect((await withToken(token, school.slug)).status).toBe("signed-out");
  });

  it("is issued to members only", async () => {
    const [school, other] = [await aSchool(), await aSchool()];
    const { email } = await anAdmin(school);
    await expect(issueApiToken(email, other.slug, TEST_NOW)).rejects.toThrow();
    await expect(issueApiToken("nobody@x.example", school.slug, TEST_NOW)).rejects.toThrow();
  });
});
