import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { createTeacher } from "@/lib/people/create-teacher";
import { invitePerson } from "@/lib/people/invite-person";
import { superuserQuery, superuserTransaction } from "@/lib/testing/database";
import {
  anAdmin,
  systemContextOf,
  TEST_PASSWORD,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { aSession } from "@/lib/testing/session-factory";
import { findAccount, type Account } from "./get-account";
import { joinByInvitation } from "./join-by-invitation";
import { listOwnSecurityEvents } from "./list-own-security-events";
import { signOutEverywhere } from "./sign-out-everywhere";

const caller = { address: "198.51.100.83", device: "Safari on iPhone" };

let owner: TestMember;
let account: Account;
let token: string;
let personId: PersonId;

beforeEach(async () => {
  owner = await anAdmin(await aSchool());
  const found = await findAccount(await aSession(owner), TEST_NOW);
  if (found === null) throw new Error("signed out");
  account = found;
  const ctx = systemContextOf(await aSchool());
  const { email } = owner;
  const kim = { givenName: "Kim", familyName: "Lee", email, instruments: [] };
  personId = (await createTeacher(ctx, kim)) as string as PersonId;
  token = linkToken("invitation", await invitePerson(ctx, { personId }));
});

const ways = {
  "a password": { way: "password", password: TEST_PASSWORD, account: null },
  "being signed in": { way: "signed-in", account: null },
} as const;

/** The join has its proof and waits for the invitation; meanwhile the owner signs out everywhere. */
async function joinWhileSignedOut(way: (typeof ways)[keyof typeof ways]): Promise<unknown> {
  const joining: Promise<unknown>[] = [];
  await superuserTransaction(async (query) => {
    await query("SELECT 1 FROM invitation WHERE person_id = $1 FOR UPDATE", [personId]);
    const asked = way.way === "password" ? way : { ...way, account };
    const joined = joinByInvitation({ token, caller, ...asked }, TEST_NOW);
    joining.push(joined.catch((error: unknown) => error));
    await waitForTheJoin();
    await signOutEverywhere(account, { withCalendars: false }, TEST_NOW);
  });
  return joining[0];
}

async function waitForTheJoin(): Promise<void> {
  const sql = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%invitation%'`;
  while ((await superuserQuery(sql)).rowCount === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("whoever signs out everywhere while somebody joins a school with their sign-in", () => {
  it.each(Object.entries(ways))("ends the join that stands on %s", async (_what, way) => {
    expect(await joinWhileSignedOut(way)).toMatchObject({ code: "signed-out" });
    const joined = await superuserQuery("SELECT 1 FROM membership WHERE person_id = $1", [
      personId,
    ]);
    expect(joined.rowCount).toBe(0);
  });
});

describe("a password that is right where nothing opens", () => {
  it("is no sign-in: the invitation is for somebody else of a school that knows this sign-in", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school);
    const ctx = systemContextOf(school);
    const { email } = admin;
    const twin = { givenName: "Kim", familyName: "Lee", email, instruments: [] };
    const twinId = (await createTeacher(ctx, twin)) as string as PersonId;
    const link = linkToken("invitation", await invitePerson(ctx, { personId: twinId }));
    const { way, password } = ways["a password"];
    const joining = joinByInvitation(
      { token: link, caller, account: null, way, password },
      TEST_NOW,
    );
    await expect(joining).rejects.toMatchObject({ code: "already-member-as-other" });
    expect((await listOwnSecurityEvents(admin.userId)).events).toEqual([]);
  });
});
