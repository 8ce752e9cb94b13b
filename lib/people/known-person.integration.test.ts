import { beforeEach, describe, expect, it } from "vitest";
import { getInvitation } from "@/lib/auth/get-invitation";
import { memberOfSession } from "@/lib/auth/member";
import type { PersonId } from "@/lib/ids";
import { linkToken } from "@/lib/link-token";
import type { Role, SchoolContext } from "@/lib/school-context";
import {
  aFamily,
  aMember,
  anAdmin,
  aTeacher,
  contextOf,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { aSession } from "@/lib/testing/session-factory";
import { systemNow } from "@/lib/time/instant";
import { addGuardian } from "./add-guardian";
import { choosePerson } from "./choose-person";
import { createFamily } from "./create-family";
import { createTeacher } from "./create-teacher";
import { getFamily } from "./get-family";
import { invitePerson } from "./invite-person";

const KIM = { givenName: "Kim", familyName: "Lee" };

let school: TestSchool;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
});

async function rolesNow(known: TestMember): Promise<readonly Role[] | null> {
  const member = await memberOfSession(await aSession(known), school.slug, systemNow());
  return member?.roles ?? null;
}

async function aFamilyOf(givenName: string) {
  const guardians = [{ ...KIM, givenName, kind: "PRIMARY" as const }];
  const { familyId, guardianIds } = await createFamily(ctx, { guardians, students: [] });
  return { familyId, kim: guardianIds[0] ?? ("" as PersonId) };
}

describe("somebody the school knows already", () => {
  it("is found by the email address, and is asked about before a second record is made", async () => {
    const email = "kim@home.example";
    const teacherId = await createTeacher(ctx, { ...KIM, email, instruments: [] });
    const guardian = { kind: "guardian" } as const;
    const typed = { givenName: "Jo", familyName: "Ray", email };
    const name = "Kim Lee (teacher, kim@home.example)";
    await expect(choosePerson(ctx, typed, guardian)).rejects.toMatchObject({
      code: "person-known",
      details: { names: name, people: [{ id: teacherId, name }] },
    });
    const same = teacherId as string as PersonId;
    expect(await choosePerson(ctx, { ...typed, same }, guardian)).toBe(teacherId);
    expect(await choosePerson(ctx, { ...typed, same: "nobody" }, guardian)).toBeNull();
    const fresh = { ...typed, email: "new@home.example" };
    expect(await choosePerson(ctx, fresh, guardian)).toBeNull();
    expect(await choosePerson(ctx, { ...typed, email: null }, guardian)).toBeNull();
    const other = await aSchool();
    const stranger = contextOf(other, await anAdmin(other));
    expect(await choosePerson(stranger, typed, guardian)).toBeNull();
  });

  it("is offered only as what they can become", async () => {
    const teacherId = await createTeacher(ctx, { ...KIM, instruments: [] });
    const [own, others] = [await aFamilyOf("Kim"), await aFamilyOf("Kim")];
    const typed = { ...KIM, email: null };
    const offered = async (becoming: Parameters<typeof choosePerson>[2]) => {
      const asking = choosePerson(ctx, typed, becoming).catch((error: unknown) => error);
      const { details } = (await asking) as { details: { people: { id: string }[] } };
      return details.people.map(({ id }) => id);
    };
    expect(await offered({ kind: "guardian" })).toEqual([teacherId, own.kim, others.kim]);
    expect(await offered({ kind: "teacher" })).toEqual([own.kim, others.kim]);
    expect(await offered({ kind: "student", of: own.familyId })).toEqual([own.kim]);
  });

  it("becomes a teacher with the record that is there, once", async () => {
    const { kim } = await aFamilyOf("Kim");
    const teaching = { ...KIM, instruments: ["piano"], known: kim };
    expect(await createTeacher(ctx, teaching)).toBe(kim);
    await expect(createTeacher(ctx, teaching)).rejects.toMatchObject({ code: "already-teacher" });
  });

  it.each<Role>(["TEACHER", "ADMIN"])("who signs in as %s is a parent at once", async (role) => {
    const known = await aMember(school, { roles: [role] });
    const { id: familyId } = await aFamily(school);
    await addGuardian(ctx, { familyId, kind: "OTHER", person: known.personId });
    expect(await rolesNow(known)).toEqual([role, "PARENT"]);
    const guardians = (await getFamily(ctx, familyId))?.guardians ?? [];
    expect(guardians.find(({ personId }) => personId === known.personId)?.signIn).toEqual({
      kind: "member",
    });
  });

  it("gains nothing as an emergency contact", async () => {
    const known = await aMember(school, { roles: ["TEACHER"] });
    const { id: familyId } = await aFamily(school);
    await addGuardian(ctx, { familyId, kind: "EMERGENCY", person: known.personId });
    expect(await rolesNow(known)).toEqual(["TEACHER"]);
  });

  it("who holds an open invitation accepts it as a parent too", async () => {
    const kim = { ...KIM, email: "kim@new.example", instruments: [] };
    const personId = (await createTeacher(ctx, kim)) as string as PersonId;
    const token = linkToken("invitation", await invitePerson(ctx, { personId }));
    const { id: familyId } = await aFamily(school);
    await addGuardian(ctx, { familyId, kind: "OTHER", person: personId });
    expect((await getInvitation(token, TEST_NOW))?.roles).toEqual(["TEACHER", "PARENT"]);
  });

  it("may be the primary guardian of a new family", async () => {
    const known = await aTeacher(school);
    const { familyId } = await createFamily(ctx, {
      guardians: [{ ...KIM, kind: "PRIMARY", known: known.personId }],
      students: [],
    });
    expect(await getFamily(ctx, familyId)).toMatchObject({
      guardians: [{ personId: known.personId, kind: "PRIMARY" }],
    });
    expect(await rolesNow(known)).toEqual(["TEACHER", "PARENT"]);
    const stranger = await aTeacher(await aSchool());
    const guardians = [{ ...KIM, kind: "PRIMARY" as const, known: stranger.personId }];
    await expect(createFamily(ctx, { guardians, students: [] })).rejects.toThrow("not found");
  });
});
