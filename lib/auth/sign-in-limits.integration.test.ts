import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, TEST_PASSWORD, type TestMember } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { asInstant, plusHours, plusMinutes, type Instant } from "@/lib/time/instant";
import { changePassword } from "./change-password";
import type { Caller } from "./caller";
import { findAccount } from "./get-account";
import { listOwnSecurityEvents } from "./list-own-security-events";
import { aSession } from "@/lib/testing/session-factory";
import { tokenHash } from "@/lib/link-token";
import { signOutEverywhere } from "./sign-out-everywhere";
import { verifyCredentials } from "./verify-credentials";

let addresses = 0;

function aCaller(known?: TestMember): Caller {
  addresses += 1;
  const device = { address: `198.51.100.${addresses}`, device: "Firefox on Linux" };
  if (known === undefined) return device;
  const users = [{ userId: known.userId, sessionVersion: 1 }];
  return { ...device, known: { deviceId: newId(), users } };
}

async function codeOf(email: string, caller: Caller, now: Instant, password = "wrong") {
  return verifyCredentials({ email, password, caller }, now).then(
    () => "in",
    (error: { code: string }) => error.code,
  );
}

async function preset(kind: string, of: string, failures: number): Promise<void> {
  await superuserQuery("INSERT INTO sign_in_count VALUES ($1, $2, $3, $3)", [
    `${kind}:${tokenHash(of)}`,
    failures,
    new Date(TEST_NOW),
  ]);
}

async function atOnce(count: number, ask: (index: number) => Promise<string>) {
  const codes = await Promise.all(Array.from({ length: count }, (_, index) => ask(index)));
  return codes.filter((code) => code === "wrong-credentials").length;
}

describe("how many passwords are compared", () => {
  it("is ten for an account at one address, however many come at once, known or not", async () => {
    const member = await anAdmin(await aSchool());
    for (const email of [member.email, `${newId()}@nobody.example`]) {
      const caller = aCaller();
      expect(await atOnce(20, () => codeOf(email, caller, TEST_NOW))).toBe(10);
    }
  });

  it("is a hundred for an address, however many come at once for however many accounts", async () => {
    const caller = aCaller();
    await preset("address", caller.address, 92);
    const email = (index: number) => `${index}-${newId()}@nobody.example`;
    expect(await atOnce(25, (index) => codeOf(email(index), caller, TEST_NOW))).toBe(8);
  });

  it("is a hundred a day for an account from everywhere, then only the mailed link is left", async () => {
    const member = await anAdmin(await aSchool());
    for (const email of [member.email, `${newId()}@nobody.example`]) {
      await preset("day", email, 97);
      expect(await atOnce(12, () => codeOf(email, aCaller(), TEST_NOW))).toBe(3);
      expect(await codeOf(email, aCaller(), TEST_NOW, TEST_PASSWORD)).toBe("only-reset-link");
    }
    expect(await codeOf(member.email, aCaller(member), TEST_NOW, TEST_PASSWORD)).toBe("in");
    const tomorrow = plusHours(TEST_NOW, 24);
    expect(await codeOf(member.email, aCaller(), tomorrow, TEST_PASSWORD)).toBe("in");
  });
});

describe("a known device", () => {
  it("is one no more after a new password or the end of all sessions", async () => {
    const member = await anAdmin(await aSchool());
    const stolen = aCaller(member);
    await preset("day", member.email, 100);
    expect(await codeOf(member.email, stolen, TEST_NOW, TEST_PASSWORD)).toBe("in");
    const account = await findAccount(await aSession(member, { at: TEST_NOW }), TEST_NOW);
    if (account === null) throw new Error("signed out");
    await signOutEverywhere(account, { withCalendars: false }, TEST_NOW);
    expect(await codeOf(member.email, stolen, TEST_NOW, TEST_PASSWORD)).toBe("only-reset-link");
  });

  it("may fail a hundred times a day, and what fails with it counts for its address and account", async () => {
    const member = await anAdmin(await aSchool());
    const caller = aCaller(member);
    const device = `${caller.known?.deviceId} 1 ${member.email}`;
    await preset("device-day", device, 97);
    await preset("address", caller.address, 97);
    await preset("day", member.email, 96);
    expect(await atOnce(12, () => codeOf(member.email, caller, TEST_NOW))).toBe(3);
    expect(await codeOf(member.email, caller, TEST_NOW, TEST_PASSWORD)).toBe("only-reset-link");
    const neighbour = { address: caller.address, device: "Safari on iPhone" };
    const email = `${newId()}@nobody.example`;
    expect(await codeOf(email, neighbour, TEST_NOW)).toBe("too-many-attempts");
    expect(await atOnce(3, () => codeOf(member.email, aCaller(), TEST_NOW))).toBe(1);
  });
});

describe("whoever is attacked", () => {
  it("signs in from another address, and from a device of theirs at any", async () => {
    const member = await anAdmin(await aSchool());
    const attacker = aCaller();
    await atOnce(12, () => codeOf(member.email, attacker, TEST_NOW));
    expect(await codeOf(member.email, attacker, TEST_NOW, TEST_PASSWORD)).toBe("too-many-attempts");
    expect(await codeOf(member.email, aCaller(), TEST_NOW, TEST_PASSWORD)).toBe("in");
    const own = { ...aCaller(member), address: attacker.address };
    expect(await codeOf(member.email, own, TEST_NOW, TEST_PASSWORD)).toBe("in");
  });

  it("has no use of a device that another account is known on", async () => {
    const school = await aSchool();
    const [member, other] = [await anAdmin(school), await anAdmin(school)];
    await preset("day", member.email, 100);
    expect(await codeOf(member.email, aCaller(other), TEST_NOW, TEST_PASSWORD)).toBe(
      "only-reset-link",
    );
  });

  it("waits a second, then two, then four, and a refused try makes nothing longer", async () => {
    const member = await anAdmin(await aSchool());
    const caller = aCaller(member);
    await atOnce(10, () => codeOf(member.email, caller, TEST_NOW));
    const after = (ms: number) => codeOf(member.email, caller, asInstant(TEST_NOW + ms));
    const codes = [];
    for (const ms of [900, 1_000, 2_900, 3_000, 6_900, 7_000]) codes.push(await after(ms));
    const turns = ["too-many-attempts", "wrong-credentials"];
    expect(codes).toEqual([...turns, ...turns, ...turns]);
    expect(await after(15 * 60_000)).toBe("wrong-credentials");
  });

  it("sees each failure once, and the limit once, in their recent activity", async () => {
    const member = await anAdmin(await aSchool());
    const caller = aCaller();
    await atOnce(15, () => codeOf(member.email, caller, TEST_NOW));
    const { events } = await listOwnSecurityEvents(member.userId);
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "SIGN_IN_FAILED")).toHaveLength(10);
    expect(kinds.filter((kind) => kind === "SIGN_IN_LIMITED")).toHaveLength(1);
  });

  it("is held to the same when changing the password with a session", async () => {
    const member = await anAdmin(await aSchool());
    const account = await findAccount(await aSession(member, { at: TEST_NOW }), TEST_NOW);
    if (account === null) throw new Error("signed out");
    const change = { oldPassword: "wrong", newPassword: "four lemons dance slowly" };
    const codes: string[] = [];
    for (let round = 0; round < 11; round += 1) {
      const tried = changePassword(
        account,
        { ...change, caller: aCaller() },
        plusMinutes(TEST_NOW, 0),
      );
      codes.push(
        await tried.then(
          () => "changed",
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(codes.filter((code) => code === "wrong-password")).toHaveLength(10);
    expect(codes.at(-1)).toBe("too-many-attempts");
  });
});
