import { describe, expect, it } from "vitest";
import { newId, type InvitationId, type SchoolId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { createSchool } from "@/lib/people/create-school";
import { invitePerson } from "@/lib/people/invite-person";
import { superuserQuery } from "@/lib/testing/database";
import { insertRow } from "@/lib/testing/insert-row";
import {
  aFamily,
  anAdmin,
  aPerson,
  aStudent,
  aTeacher,
  contextOf,
  systemContextOf,
  TEST_PASSWORD,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { aSession } from "@/lib/testing/session-factory";
import { plusHours } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { foundingContext } from "./founding-context";
import { findAccount, type Account } from "./get-account";
import { getInvitation } from "./get-invitation";
import { joinByInvitation } from "./join-by-invitation";

const caller = { address: "198.51.100.7", device: "Safari on iPhone" };
const STRONG = "four lemons dance slowly";

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

/** A guardian with contact data but no sign-in yet. */
async function anInvitee(school: TestSchool, email = `${newId()}@invited.example`) {
  const person = await aPerson(school, { email });
  const family = await aFamily(school);
  const guardian = { schoolId: school.id, familyId: family.id, kind: "OTHER" };
  await insertRow("guardian", { ...guardian, personId: person.personId });
  return { ...person, email, family };
}

async function anInvitation(school: TestSchool, email?: string) {
  const invitee = await anInvitee(school, email);
  const id = await invitePerson(systemContextOf(school), { personId: invitee.personId });
  return { ...invitee, id, token: linkToken("invitation", id) };
}

function join(token: string, way: { way: "new" | "password"; password: string }) {
  return joinByInvitation({ token, caller, account: null, ...way }, TEST_NOW);
}

async function joinSignedIn(token: string, account: Account | null) {
  return joinByInvitation({ token, caller, account, way: "signed-in" }, TEST_NOW);
}

describe("an invitation", () => {
  it("lets a guardian choose a password and be a parent of the school, once", async () => {
    const school = await aSchool();
    const { token, personId, email } = await anInvitation(school);
    const { user, slug } = await join(token, { way: "new", password: STRONG });
    expect(slug).toBe(school.slug);
    const account = await findAccount(await aSession(user), TEST_NOW);
    expect(account).toMatchObject({ email, memberships: [{ personId, roles: ["PARENT"] }] });
    await expect(join(token, { way: "new", password: STRONG })).rejects.toMatchObject({
      code: "link-spent",
    });
    expect(await auditOf(school.id)).toEqual([
      "people/person.invited",
      "people/invitation.accepted",
    ]);
  });

  it("is accepted once when the button is pressed twice at the same moment", async () => {
    const school = await aSchool();
    const { token } = await anInvitation(school);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => join(token, { way: "new", password: STRONG })),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  it("is replaced when it is sent again, and ends after fourteen days", async () => {
    const school = await aSchool();
    const { token, personId } = await anInvitation(school);
    const again = await invitePerson(systemContextOf(school), { personId });
    const newer = linkToken("invitation", again);
    expect(await getInvitation(token, TEST_NOW)).toBeNull();
    expect(await getInvitation(newer, plusHours(TEST_NOW, 14 * 24 - 1))).not.toBeNull();
    expect(await getInvitation(newer, plusHours(TEST_NOW, 14 * 24))).toBeNull();
  });

  it("links nothing by itself: an address with a sign-in needs that sign-in's password", async () => {
    const [home, school] = [await aSchool(), await aSchool()];
    const { email, userId } = await anAdmin(home);
    const { token } = await anInvitation(school, email.toUpperCase());
    await expect(join(token, { way: "new", password: STRONG })).rejects.toMatchObject({
      code: "account-exists",
    });
    await expect(join(token, { way: "password", password: "wrong" })).rejects.toMatchObject({
      code: "wrong-credentials",
    });
    const { user } = await join(token, { way: "password", password: TEST_PASSWORD });
    expect(user).toEqual({ userId, sessionVersion: 1 });
    const account = await findAccount(await aSession(user), TEST_NOW);
    expect(account?.memberships.map((each) => each.slug)).toEqual([home.slug, school.slug]);
  });

  it("is accepted by who is signed in with that address, and by nobody else", async () => {
    const [home, school] = [await aSchool(), await aSchool()];
    const [owner, other] = [await anAdmin(home), await anAdmin(home)];
    const { token } = await anInvitation(school, owner.email);
    const stranger = await findAccount(await aSession(other), TEST_NOW);
    await expect(joinSignedIn(token, stranger)).rejects.toThrow();
    await expect(joinSignedIn(token, null)).rejects.toMatchObject({ code: "signed-out" });
    const account = await findAccount(await aSession(owner), TEST_NOW);
    expect((await joinSignedIn(token, account)).slug).toBe(school.slug);
  });

  it("needs a strong password that is no word of the person or school", async () => {
    const school = await aSchool({ name: "Wattlebird Conservatory" });
    const { token } = await anInvitation(school);
    for (const password of ["short", "password123", "wattlebirdconservatory"]) {
      await expect(join(token, { way: "new", password })).rejects.toMatchObject({
        code: "weak-password",
        details: { reason: expect.stringMatching(/\w/) as unknown },
      });
    }
  });

  it("is for people of the school who have a role and an address and no sign-in there", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    const invite = (personId: string) => invitePerson(ctx, { personId: personId as never });
    const { family, personId } = await anInvitee(school);
    await expect(invite(personId)).resolves.toBeTruthy();
    await expect(invite((await aTeacher(school)).personId)).rejects.toMatchObject({
      code: "already-member",
    });
    await expect(invite((await aStudent(school, family, "Noa")).personId)).rejects.toMatchObject({
      code: "person-without-email",
    });
    const bystander = await aPerson(school, { email: "by@stander.example" });
    await expect(invite(bystander.personId)).rejects.toMatchObject({
      code: "no-role-to-invite-for",
    });
    await superuserQuery("INSERT INTO guardian VALUES ($1, $2, $3, 'EMERGENCY')", [
      school.id,
      family.id,
      bystander.personId,
    ]);
    await expect(invite(bystander.personId)).rejects.toMatchObject({
      code: "no-role-to-invite-for",
    });
    const foreign = await anInvitee(await aSchool());
    await expect(invite(foreign.personId)).rejects.toMatchObject({ name: "NotFound" });
  });

  it("tells nothing for a link that was never sent", async () => {
    expect(
      await getInvitation(linkToken("invitation", newId<InvitationId>()), TEST_NOW),
    ).toBeNull();
    expect(await getInvitation("\0", TEST_NOW)).toBeNull();
  });
});

describe("a new school", () => {
  it("begins with one admin, who is invited; its address is its own", async () => {
    const facts = {
      slug: `new-${newId().slice(-12)}`,
      name: "New School",
      timeZone: asTimeZone("Pacific/Auckland"),
      currency: "NZD",
      locale: "en-NZ",
    };
    const admin = { givenName: "Ada", familyName: "Admin", email: `${newId()}@new.example` };
    const ctx = foundingContext(facts, TEST_NOW);
    const { invitationId } = await createSchool(ctx, admin);
    expect(await outboxOf(ctx.schoolId)).toMatchObject([{ name: "people/person.invited" }]);
    const token = linkToken("invitation", invitationId);
    const { user } = await join(token, { way: "new", password: STRONG });
    const account = await findAccount(await aSession(user), TEST_NOW);
    expect(account).toMatchObject({ memberships: [{ roles: ["ADMIN"] }] });
    await expect(createSchool(foundingContext(facts, TEST_NOW), admin)).rejects.toMatchObject({
      code: "school-address-taken",
    });
  });
});
