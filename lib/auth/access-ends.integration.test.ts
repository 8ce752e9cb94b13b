import { beforeEach, describe, expect, it } from "vitest";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import type { SchoolContext } from "@/lib/school-context";
import { addGuardian } from "@/lib/people/add-guardian";
import { changeGuardianKind } from "@/lib/people/change-guardian-kind";
import { removeGuardian } from "@/lib/people/remove-guardian";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import { createCalendarFeed } from "@/lib/notifications/calendar-feed/create-calendar-feed";
import type { FeedScope } from "@/lib/feed-scope";
import { linkToken } from "@/lib/link-token";
import { askAs } from "@/lib/testing/ask-as";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aGuardian,
  aMember,
  anAdmin,
  aTeacher,
  contextOf,
  TEST_PASSWORD,
  type TestFamily,
  type TestMember,
  type TestTeacher,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { anApiToken, aSession, cookieOfSession } from "@/lib/testing/session-factory";
import { changePassword } from "./change-password";
import { changeRoles, endMembership } from "./change-roles";
import { contextOfFeed } from "./feed-context";
import { findAccount } from "./get-account";
import { issueApiToken } from "./issue-api-token";
import { requestPasswordReset } from "./request-password-reset";
import { getOpenReset, resetPassword } from "./reset-password";
import { signOutEverywhere } from "./sign-out-everywhere";

const STRONG = "four lemons dance slowly";
const caller = { address: "203.0.113.211", device: "Chrome on Android" };

let here: TestSchool;
let there: TestSchool;

beforeEach(async () => {
  [here, there] = [await aSchool(), await aSchool()];
});

type Access = { school: TestSchool; token: string; feed: string };

/** A token and a followed calendar of somebody in a school. */
async function anAccess(school: TestSchool, member: TestMember, scope: FeedScope): Promise<Access> {
  const token = await anApiToken(member, school);
  await createCalendarFeed(contextOf(school, member), scope);
  const sql = "SELECT id FROM calendar_feed WHERE person_id = $1 AND revoked_at IS NULL";
  const [feed] = (await superuserQuery(sql, [member.personId])).rows;
  return { school, token, feed: linkToken("calendar", String(feed?.["id"])) };
}

async function opens({ school, token, feed }: Access): Promise<{ token: boolean; feed: boolean }> {
  const answer = await askAs({ authorization: `Bearer ${token}` }, school);
  return {
    token: answer.status === "member",
    feed: (await contextOfFeed(feed, TEST_NOW)) !== null,
  };
}

const BOTH = { token: true, feed: true };
const NEITHER = { token: false, feed: false };

/** A teacher here who is a parent at another school, with a token and a calendar in each, signed in. */
async function aTeacherOfTwo() {
  const teacher = await aTeacher(here);
  const { userId, email } = teacher;
  const parent = await aMember(there, { roles: ["PARENT"], user: { userId, email } });
  const session = await aSession(teacher, { at: TEST_NOW });
  const account = await findAccount(session, TEST_NOW);
  if (account === null) throw new Error("signed out");
  const [atHere, atThere] = [
    await anAccess(here, teacher, "TEACHER"),
    await anAccess(there, parent, "FAMILY"),
  ];
  return { teacher, session, account, atHere, atThere };
}

describe("what is known to others ends the API tokens in every school", () => {
  it("a changed password does; calendars are followed on", async () => {
    const { account, atHere, atThere } = await aTeacherOfTwo();
    const change = { oldPassword: TEST_PASSWORD, newPassword: STRONG, caller };
    await changePassword(account, change, TEST_NOW);
    expect(await opens(atHere)).toEqual({ token: false, feed: true });
    expect(await opens(atThere)).toEqual({ token: false, feed: true });
  });

  it("a password by a mailed link does, and says beforehand how many", async () => {
    const { teacher, atHere, atThere } = await aTeacherOfTwo();
    const past = { at: TEST_NOW, expiresAt: TEST_NOW };
    await anApiToken(teacher, here, past);
    const device = "Safari on iPhone";
    await requestPasswordReset({ email: teacher.email, device }, TEST_NOW);
    const sql = "SELECT id FROM password_reset WHERE user_id = $1";
    const [reset] = (await superuserQuery(sql, [teacher.userId])).rows;
    const token = linkToken("password-reset", String(reset?.["id"]));
    expect(await getOpenReset(token, TEST_NOW)).toEqual({ tokenCount: 2 });
    await resetPassword({ token, password: STRONG, device }, TEST_NOW);
    for (const each of [atHere, atThere]) {
      expect(await opens(each)).toEqual({ token: false, feed: true });
    }
  });

  it("signing out everywhere does, and stops the calendars where that was asked for", async () => {
    const { account, atHere, atThere, teacher } = await aTeacherOfTwo();
    const bystander = await anAccess(here, await aTeacher(here), "TEACHER");
    await signOutEverywhere(account, { withCalendars: false }, TEST_NOW);
    for (const each of [atHere, atThere]) {
      expect(await opens(each)).toEqual({ token: false, feed: true });
    }
    const again = await findAccount(await aSession(teacher), TEST_NOW);
    if (again === null) throw new Error("signed out");
    await signOutEverywhere(again, { withCalendars: true }, TEST_NOW);
    for (const each of [atHere, atThere]) expect(await opens(each)).toEqual(NEITHER);
    expect(await opens(bystander)).toEqual(BOTH);
  });

  it("a token that is made in the same moment ends too, or is refused", async () => {
    const { account, teacher } = await aTeacherOfTwo();
    const wanted = { slug: here.slug, name: "Racing", scope: "WRITE", days: 30 } as const;
    await Promise.allSettled([
      ...[1, 2, 3].map(() => issueApiToken(account.session, wanted, TEST_NOW)),
      signOutEverywhere(account, { withCalendars: false }, TEST_NOW),
      ...[1, 2, 3].map(() => issueApiToken(account.session, wanted, TEST_NOW)),
    ]);
    const sql = "SELECT 1 FROM api_token WHERE user_id = $1 AND revoked_at IS NULL";
    expect((await superuserQuery(sql, [teacher.userId])).rowCount).toBe(0);
  });
});

describe("what changes in one school ends the tokens and calendars there, and nothing else", () => {
  let admin: SchoolContext;
  beforeEach(async () => {
    admin = contextOf(here, await anAdmin(here));
  });

  const changes: [string, (teacher: TestTeacher) => Promise<unknown>][] = [
    [
      "a role more",
      ({ personId }) => changeRoles(admin, { personId, roles: ["TEACHER", "ADMIN"] }),
    ],
    ["another role", ({ personId }) => changeRoles(admin, { personId, roles: ["ADMIN"] })],
    ["the way into the school taken", ({ personId }) => endMembership(admin, personId)],
    ["a teacher archived", ({ id }) => archiveTeacher(admin, { teacherId: id, archived: true })],
    [
      "a teacher who becomes a guardian",
      async ({ personId }) => {
        const { id: familyId } = await aFamily(here);
        await addGuardian(admin, { familyId, kind: "OTHER", person: personId });
      },
    ],
  ];

  it.each(changes)("%s", async (_what, change) => {
    const { teacher, session, atHere, atThere } = await aTeacherOfTwo();
    const colleague = await anAccess(here, await aTeacher(here), "TEACHER");
    await change(teacher);
    expect(await opens(atHere)).toEqual(NEITHER);
    expect(await opens(atThere)).toEqual(BOTH);
    expect(await opens(colleague)).toEqual(BOTH);
    const cookie = await cookieOfSession(session);
    expect((await askAs({ cookie }, there)).status).toBe("member");
    expect(await findAccount(session, TEST_NOW)).not.toBeNull();
  });

  const partings: [string, (family: TestFamily, guardian: TestMember) => Promise<unknown>][] = [
    [
      "a guardian who is removed",
      ({ id: familyId }, { personId }) => removeGuardian(admin, { familyId, personId }),
    ],
    [
      "a guardian who becomes an emergency contact",
      ({ id: familyId }, { personId }) =>
        changeGuardianKind(admin, { basedOn: AS_IT_STANDS, familyId, personId, kind: "EMERGENCY" }),
    ],
  ];

  it.each(partings)("%s", async (_what, part) => {
    const family = await aFamily(here);
    const guardian = await aGuardian(here, { family, kind: "OTHER" });
    const access = await anAccess(here, guardian, "FAMILY");
    expect(await opens(access)).toEqual(BOTH);
    await part(family, guardian);
    expect(await opens(access)).toEqual(NEITHER);
    const sql = "SELECT 1 FROM api_token WHERE user_id = $1 AND revoked_at IS NULL";
    expect((await superuserQuery(sql, [guardian.userId])).rowCount).toBe(0);
  });

  it("the same roles in another order are no change", async () => {
    const both = await aMember(here, { roles: ["TEACHER", "ADMIN"] });
    const access = await anAccess(here, both, "SCHOOL");
    const { personId } = both;
    await changeRoles(admin, { personId, roles: ["ADMIN", "TEACHER"] });
    expect(await opens(access)).toEqual(BOTH);
  });
});
