import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { beforeEach, describe, expect, it } from "vitest";
import { getInvitation } from "@/lib/auth/get-invitation";
import { joinByInvitation } from "@/lib/auth/join-by-invitation";
import { memberOfSession } from "@/lib/auth/member";
import { type FamilyId, newId, type PersonId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import type { Role, SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aGuardian,
  aMember,
  anAdmin,
  aTeacher,
  contextOf,
  type TestMember,
  TEST_PASSWORD,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { aSession } from "@/lib/testing/session-factory";
import { systemNow } from "@/lib/time/instant";
import { addGuardian } from "./add-guardian";
import { changeGuardianKind } from "./change-guardian-kind";
import { createTeacher } from "./create-teacher";
import { getTeacher } from "./get-teacher";
import { invitePerson } from "./invite-person";
import { removeGuardian } from "./remove-guardian";

const KIM = { givenName: "Kim", familyName: "Lee" };
const STRONG = "four lemons dance slowly";

let school: TestSchool;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
});

/** What the person's next request is answered with; null: the school is not found for them. */
async function rolesNow(known: TestMember): Promise<readonly Role[] | null> {
  const member = await memberOfSession(await aSession(known), school.slug, systemNow());
  return member?.roles ?? null;
}

async function auditOf(personId: PersonId): Promise<unknown[]> {
  const sql = "SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY id";
  return (await superuserQuery(sql, [personId])).rows;
}

async function setEmail({ personId, email }: TestMember): Promise<void> {
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [personId, email]);
}

async function anInvitedTeacher() {
  const email = `${newId()}@new.example`;
  const teacherId = await createTeacher(ctx, { ...KIM, email, instruments: [] });
  const personId = teacherId as string as PersonId;
  const token = linkToken("invitation", await invitePerson(ctx, { personId }));
  return { teacherId, personId, token, email };
}

async function anInvitedGuardian() {
  const family = await aFamily(school);
  const person = { ...KIM, email: `${newId()}@new.example` };
  const { personId } = await addGuardian(ctx, { familyId: family.id, kind: "OTHER", person });
  const token = linkToken("invitation", await invitePerson(ctx, { personId }));
  return { familyId: family.id, personId, token };
}

function join(token: string, way: "new" | "password" = "new") {
  const password = way === "new" ? STRONG : TEST_PASSWORD;
  return joinByInvitation(
    {
      token,
      caller: { address: "198.51.100.9", device: "Safari on iPhone" },
      account: null,
      way,
      password,
    },
    TEST_NOW,
  );
}

describe("a teacher who is archived", () => {
  it("can no longer open the school, from the next request on", async () => {
    const teacher = await aTeacher(school);
    expect(await rolesNow(teacher)).toEqual(["TEACHER"]);
    await archiveTeacher(ctx, { teacherId: teacher.id, archived: true });
    expect(await rolesNow(teacher)).toBeNull();
    expect((await getTeacher(ctx, teacher.id))?.signIn).toEqual({ kind: "ended" });
    expect(await auditOf(teacher.personId)).toMatchObject([
      { action: "people/role.ended", data: { role: "TEACHER" } },
      { action: "scheduling/teacher.archived" },
    ]);
  });

  it("stays what else they are: a parent goes on as a parent", async () => {
    const teacher = await aTeacher(school);
    const { id: familyId } = await aFamily(school);
    await addGuardian(ctx, { familyId, kind: "OTHER", person: teacher.personId });
    await archiveTeacher(ctx, { teacherId: teacher.id, archived: true });
    expect(await rolesNow(teacher)).toEqual(["PARENT"]);
  });

  it("cannot accept the invitation that was on its way", async () => {
    const { teacherId, token } = await anInvitedTeacher();
    await archiveTeacher(ctx, { teacherId, archived: true });
    await expect(join(token)).rejects.toMatchObject({ code: "link-spent" });
    await expect(invitePerson(ctx, { personId: teacherId as never })).rejects.toMatchObject({
      code: "no-role-to-invite-for",
    });
  });

  it("gets nothing back when put back, and can be invited anew", async () => {
    const teacher = await aTeacher(school);
    await setEmail(teacher);
    const { id: familyId } = await aFamily(school);
    await addGuardian(ctx, { familyId, kind: "OTHER", person: teacher.personId });
    await archiveTeacher(ctx, { teacherId: teacher.id, archived: true });
    await archiveTeacher(ctx, { teacherId: teacher.id, archived: false });
    expect(await rolesNow(teacher)).toEqual(["PARENT"]);
    expect((await getTeacher(ctx, teacher.id))?.signIn).toEqual({ kind: "none" });
    const again = await invitePerson(ctx, { personId: teacher.personId });
    await join(linkToken("invitation", again), "password");
    expect([...((await rolesNow(teacher)) ?? [])].sort()).toEqual(["PARENT", "TEACHER"]);
  });
});

describe("an invitation whose ground is gone", () => {
  it.each([
    "UPDATE teacher SET archived_at = now() WHERE id = $1",
    "DELETE FROM teacher WHERE id = $1",
  ])("is no longer valid, even where nobody revoked it: %s", async (sql) => {
    const { personId, token } = await anInvitedTeacher();
    await superuserQuery(sql, [personId]);
    expect(await getInvitation(token, TEST_NOW)).toBeNull();
    await expect(join(token)).rejects.toMatchObject({ code: "link-spent" });
  });

  it.each([
    "UPDATE guardian SET kind = 'EMERGENCY' WHERE person_id = $1",
    "DELETE FROM guardian WHERE person_id = $1",
  ])("of a guardian is no longer valid either: %s", async (sql) => {
    const { personId, token } = await anInvitedGuardian();
    await superuserQuery(sql, [personId]);
    await expect(join(token)).rejects.toMatchObject({ code: "link-spent" });
  });
});

describe("a guardian who becomes an emergency contact or leaves the family", () => {
  it.each(["an emergency contact", "removed"])("is no parent here any more: %s", async (what) => {
    const family = await aFamily(school);
    const guardian = await aGuardian(school, { family, kind: "OTHER" });
    await demote(what, { familyId: family.id, personId: guardian.personId });
    expect(await rolesNow(guardian)).toBeNull();
    expect(await rolesNow(family.guardian)).toEqual(["PARENT"]);
  });

  it.each(["an emergency contact", "removed"])(
    "cannot use an open invitation: %s",
    async (what) => {
      const { token, ...guardian } = await anInvitedGuardian();
      await demote(what, guardian);
      const { rows } = await superuserQuery(
        "SELECT revoked_at IS NOT NULL AS revoked FROM invitation WHERE person_id = $1",
        [guardian.personId],
      );
      expect(rows).toEqual([{ revoked: true }]);
      await expect(join(token)).rejects.toMatchObject({ code: "link-spent" });
    },
  );

  it("stays a parent while they are a guardian of another family", async () => {
    const [first, second] = [await aFamily(school), await aFamily(school)];
    const { guardian } = first;
    const { personId } = guardian;
    await addGuardian(ctx, { familyId: second.id, kind: "OTHER", person: personId });
    await removeGuardian(ctx, { familyId: second.id, personId });
    expect(await rolesNow(guardian)).toEqual(["PARENT"]);
  });

  it("stays an admin or a teacher", async () => {
    const family = await aFamily(school);
    const both = await aMember(school, { roles: ["ADMIN", "PARENT"] });
    await superuserQuery("INSERT INTO guardian VALUES ($1, $2, $3, 'OTHER')", [
      school.id,
      family.id,
      both.personId,
    ]);
    await removeGuardian(ctx, { familyId: family.id, personId: both.personId });
    expect(await rolesNow(both)).toEqual(["ADMIN"]);
  });

  it("can be invited anew once they are a guardian again", async () => {
    const family = await aFamily(school);
    const guardian = await aGuardian(school, { family, kind: "OTHER" });
    await setEmail(guardian);
    const ids = { familyId: family.id, personId: guardian.personId };
    await changeGuardianKind(ctx, { basedOn: AS_IT_STANDS, ...ids, kind: "EMERGENCY" });
    await changeGuardianKind(ctx, { basedOn: AS_IT_STANDS, ...ids, kind: "OTHER" });
    expect(await rolesNow(guardian)).toBeNull();
    const invitationId = await invitePerson(ctx, { personId: guardian.personId });
    await join(linkToken("invitation", invitationId), "password");
    expect(await rolesNow(guardian)).toEqual(["PARENT"]);
  });

  async function demote(what: string, guardian: { familyId: FamilyId; personId: PersonId }) {
    if (what === "removed") return removeGuardian(ctx, guardian);
    return changeGuardianKind(ctx, { basedOn: AS_IT_STANDS, ...guardian, kind: "EMERGENCY" });
  }
});
