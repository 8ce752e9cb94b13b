import { describe, expect, it } from "vitest";
import { addGuardian } from "@/lib/people/add-guardian";
import { changeGuardianKind } from "@/lib/people/change-guardian-kind";
import { listSecurityEvents } from "@/lib/people/list-security-events";
import { updateContact } from "@/lib/people/update-contact";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aMember,
  anAdmin,
  contextOf,
  systemContextOf,
  TEST_PASSWORD,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { plusMinutes } from "@/lib/time/instant";
import { changePassword } from "./change-password";
import { changeRoles } from "./change-roles";
import { findAccount } from "./get-account";
import { issueApiToken } from "./issue-api-token";
import { listOwnSecurityEvents } from "./list-own-security-events";
import { openSession } from "./open-session";
import { requestPasswordReset } from "./request-password-reset";
import { verifyCredentials } from "./verify-credentials";

const caller = { address: "192.0.2.77", device: "Firefox on Linux" };
const NEW_PASSWORD = "four lemons dance slowly";

async function kindsOf(member: TestMember): Promise<string[]> {
  return (await listOwnSecurityEvents(member.userId)).events.map(({ kind }) => kind);
}

async function changedPasswordOf(member: TestMember): Promise<void> {
  const { email } = member;
  const proven = await verifyCredentials({ email, password: TEST_PASSWORD, caller }, TEST_NOW);
  const { device } = caller;
  const session = await openSession(proven, { device, replaces: null }, TEST_NOW);
  const account = await findAccount(session, TEST_NOW);
  if (account === null) throw new Error("signed out");
  const change = { oldPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD, caller };
  const later = plusMinutes(TEST_NOW, 1);
  const user = await changePassword(account, change, later);
  await openSession(user, { device, replaces: session, goesOn: true }, later);
}

describe("recent activity", () => {
  it("shows a person their own sign-ins, resets and passwords, with the device, and shows no admin any", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school);
    const parent = await aMember(school, { roles: ["PARENT"] });
    await changedPasswordOf(parent);
    const asked = { email: parent.email, device: caller.device };
    await requestPasswordReset(asked, plusMinutes(TEST_NOW, 2));
    const { events, more } = await listOwnSecurityEvents(parent.userId);
    const own = { device: "Firefox on Linux", schoolName: null };
    expect(events).toMatchObject([
      { kind: "RESET_REQUESTED", ...own },
      { kind: "PASSWORD_CHANGED", ...own },
      { kind: "SIGNED_IN", ...own },
    ]);
    expect(more).toBe(false);
    expect(await kindsOf(admin)).toEqual([]);
    expect((await listSecurityEvents(contextOf(school, admin), {})).rows).toEqual([]);
  });

  it("shows a role that ended to the person and to the admins, with who did it, and to no other school", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school, { givenName: "Kim", familyName: "Park" });
    const ctx = contextOf(school, admin);
    const family = await aFamily(school);
    const second = {
      ...family.guardian,
      givenName: "Sam",
      familyName: "Lee",
      email: "s@lee.example",
    };
    const { personId } = await addGuardian(ctx, {
      familyId: family.id,
      kind: "PRIMARY",
      person: second,
    });
    const former = { familyId: family.id, personId: family.guardian.personId };
    await changeGuardianKind(ctx, { basedOn: AS_IT_STANDS, ...former, kind: "EMERGENCY" });
    expect(await kindsOf(family.guardian)).toEqual(["MEMBERSHIP_ENDED"]);
    await updateContact(ctx, {
      basedOn: AS_IT_STANDS,
      personId,
      givenName: "Sam",
      familyName: "Lee",
      email: "sam@lee.example",
    });
    await updateContact(ctx, {
      basedOn: AS_IT_STANDS,
      personId,
      givenName: "Sam",
      familyName: "Lee",
      email: "SAM@lee.example",
    });
    expect((await listSecurityEvents(ctx, {})).rows).toMatchObject([
      { kind: "ADDRESS_CHANGED", person: "Sam Lee", by: "Kim Park" },
      { kind: "MEMBERSHIP_ENDED", by: "Kim Park" },
    ]);
    const other = await aSchool();
    const there = contextOf(other, await anAdmin(other));
    expect((await listSecurityEvents(there, {})).rows).toEqual([]);
  });

  it("names who did it to the admins: the owner, or nobody of the school", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school, { givenName: "Kim", familyName: "Park" });
    const token = { slug: school.slug, name: "Timetable", scope: "READ", days: 30 } as const;
    await issueApiToken({ userId: admin.userId, sessionVersion: 1 }, token, TEST_NOW);
    await issueApiToken({ email: admin.email }, token, TEST_NOW);
    const roles = ["ADMIN", "TEACHER"] as const;
    await changeRoles(systemContextOf(school), { personId: admin.personId, roles });
    const { rows } = await listSecurityEvents(contextOf(school, admin), {});
    expect(rows.map(({ kind, by }) => [kind, by])).toEqual([
      ["ROLES_CHANGED", null],
      ["TOKEN_MADE", null],
      ["TOKEN_MADE", "Kim Park"],
    ]);
    const sql =
      "SELECT action, actor_id, subject_id FROM audit_entry WHERE school_id = $1 ORDER BY id";
    const subject_id = admin.personId;
    expect((await superuserQuery(sql, [school.id])).rows).toEqual([
      { action: "auth/api-token.issued", actor_id: admin.personId, subject_id },
      { action: "auth/api-token.issued", actor_id: null, subject_id },
      { action: "people/roles.changed", actor_id: null, subject_id },
    ]);
  });

  it("is paged for a school, forwards and back", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school);
    const ctx = contextOf(school, admin);
    await superuserQuery(
      `INSERT INTO security_event (id, kind, at, school_id, person_id)
       SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'TOKEN_MADE', now(), $1, $2
         FROM generate_series(1, 30) n`,
      [school.id, admin.personId],
    );
    const first = await listSecurityEvents(ctx, {});
    expect([first.rows.length, first.previous]).toEqual([25, null]);
    const second = await listSecurityEvents(ctx, { after: first.next });
    expect([second.rows.length, second.next]).toEqual([5, null]);
    const back = await listSecurityEvents(ctx, { before: second.previous });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  });
});
