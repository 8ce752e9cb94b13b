import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { systemQuery } from "@/lib/testing/database";
import { anAdmin, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
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

describe("signing in", () => {
  it("knows a person by address and password, however the address is typed", async () => {
    const member = await anAdmin(await aSchool(), { email: "ada@sign-in.example" });
    const user = await signIn("  ADA@Sign-In.example ", TEST_PASSWORD);
    expect(user).toEqual({ userId: member.userId, sessionVersion: 1 });
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

  it("counts failures only: whoever signs in often is never held back", async () => {
    const member = await anAdmin(await aSchool());
    for (let round = 0; round < 12; round += 1) await signIn(member.email, TEST_PASSWORD);
    await expect(signIn(member.email, TEST_PASSWORD)).resolves.toBeTruthy();
  });
});
