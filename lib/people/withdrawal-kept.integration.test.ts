import { beforeEach, describe, expect, it } from "vitest";
import { changeRoles, endMembership } from "@/lib/auth/change-roles";
import { newId, type FamilyId, type PersonId, type StudentId, type TeacherId } from "@/lib/ids";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aMember,
  anAdmin,
  contextOf,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours } from "@/lib/time/instant";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addGuardian } from "./add-guardian";
import { addStudent } from "./add-student";
import { archiveStudent } from "./archive-student";
import { changeGuardianKind } from "./change-guardian-kind";
import { createTeacher } from "./create-teacher";
import { getFamily } from "./get-family";
import { invitePerson } from "./invite-person";
import { listSecurityEvents } from "./list-security-events";
import { listWithdrawn } from "./list-withdrawn";
import { removeGuardian } from "./remove-guardian";
import { updateContact } from "./update-contact";
import { updateTeacher } from "./update-teacher";

const OLD = "old@lee.example";
const SAM = { givenName: "Sam", familyName: "Lee", email: OLD };
const KIM = { givenName: "Kim", familyName: "Lee", email: "kim@lee.example" };

let school: TestSchool;
let ctx: SchoolContext;
let familyId: FamilyId;
let samId: PersonId;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school, { givenName: "Ada", familyName: "Admin" }));
  familyId = (await aFamily(school)).id;
});

async function invited(personId: PersonId): Promise<PersonId> {
  samId = personId;
  await invitePerson(ctx, { personId });
  return personId;
}

async function aGuardian(kind: "PRIMARY" | "OTHER"): Promise<PersonId> {
  return invited((await addGuardian(ctx, { familyId, kind, person: SAM })).personId);
}

async function anInvitedTeacher(): Promise<TeacherId> {
  const teacherId = await createTeacher(ctx, { ...SAM, instruments: [] });
  await invited(teacherId as string as PersonId);
  return teacherId;
}

async function anInvitedStudent(): Promise<StudentId> {
  const studentId = await addStudent(ctx, { familyId, person: SAM });
  await invited(studentId as string as PersonId);
  return studentId;
}

const changed = { ...SAM, email: "new@lee.example", basedOn: AS_IT_STANDS };

/** Whoever makes the change is told of the invitation, and whether a new one can be sent. */
type Told = { withdrawn: { email: string; invitable: boolean }[] };

const changes: [string, boolean, () => Promise<Told>][] = [
  [
    "a new address",
    true,
    async () => updateContact(ctx, { ...changed, personId: await aGuardian("OTHER") }),
  ],
  [
    "no address any more",
    false,
    async () =>
      updateContact(ctx, { ...changed, email: undefined, personId: await aGuardian("OTHER") }),
  ],
  [
    "a teacher's new address",
    true,
    async () =>
      updateTeacher(ctx, { ...changed, instruments: [], teacherId: await anInvitedTeacher() }),
  ],
  [
    "a guardian who becomes an emergency contact",
    false,
    async () => {
      const ids = { familyId, personId: await aGuardian("OTHER") };
      return changeGuardianKind(ctx, { ...ids, kind: "EMERGENCY", basedOn: AS_IT_STANDS });
    },
  ],
  [
    "a primary guardian who steps back for another of the family",
    true,
    async () => {
      const { personId } = await addGuardian(ctx, { familyId, kind: "OTHER", person: KIM });
      await aGuardian("PRIMARY");
      return changeGuardianKind(ctx, {
        ...{ familyId, personId, kind: "PRIMARY" as const, basedOn: AS_IT_STANDS },
      });
    },
  ],
  [
    "a primary guardian who steps back for somebody new",
    true,
    async () => {
      await aGuardian("PRIMARY");
      return addGuardian(ctx, { familyId, kind: "PRIMARY", person: KIM });
    },
  ],
  [
    "a guardian who is removed",
    false,
    async () => ({
      withdrawn: await removeGuardian(ctx, { familyId, personId: await aGuardian("OTHER") }),
    }),
  ],
  [
    "a student who is archived",
    false,
    async () => ({
      withdrawn: await archiveStudent(ctx, { studentId: await anInvitedStudent(), archived: true }),
    }),
  ],
  [
    "a teacher who is archived",
    false,
    async () => ({
      withdrawn: await archiveTeacher(ctx, { teacherId: await anInvitedTeacher(), archived: true }),
    }),
  ],
];

async function keptOf(personId: PersonId): Promise<unknown[]> {
  const sql = `SELECT actor_id AS by, at, request_id FROM security_event
    WHERE person_id = $1 AND kind = 'INVITATION_WITHDRAWN'`;
  return (await superuserQuery(sql, [personId])).rows;
}

describe("a withdrawn invitation is kept once, with who did it, and said to them", () => {
  it.each(changes)("%s", async (_what, invitable, change) => {
    const { withdrawn } = await change();
    expect(withdrawn).toMatchObject([{ email: OLD, invitable }]);
    const by = ctx.actor.kind === "member" ? ctx.actor.personId : null;
    const at = new Date(TEST_NOW);
    expect(await keptOf(samId)).toEqual([{ by, at, request_id: ctx.requestId }]);
    const { rows } = await listSecurityEvents(ctx, {});
    const said = rows.find(({ kind }) => kind === "INVITATION_WITHDRAWN");
    expect(said).toMatchObject({ person: "Sam Lee", by: "Ada Admin" });
  });

  it("is said to the page that the change leads to, of the own school alone", async () => {
    await aGuardian("PRIMARY");
    const { withdrawn } = await addGuardian(ctx, { familyId, kind: "PRIMARY", person: KIM });
    expect(withdrawn).toHaveLength(1);
    const ids = [...withdrawn.map(({ id }) => id), newId(), "no id"];
    expect(await listWithdrawn(ctx, ids)).toEqual(withdrawn);
    const other = await aSchool();
    expect(await listWithdrawn(contextOf(other, await anAdmin(other)), ids)).toEqual([]);
  });

  it("is not kept of one that had expired, and nobody is told of it", async () => {
    const personId = await aGuardian("OTHER");
    const later = { ...ctx, now: plusHours(TEST_NOW, 14 * 24) };
    expect(await updateContact(later, { ...changed, personId })).toMatchObject({ withdrawn: [] });
    expect(await keptOf(personId)).toEqual([]);
  });

  it("names nobody where it was nobody of the school", async () => {
    const personId = await aGuardian("OTHER");
    await superuserQuery("UPDATE invitation SET expires_at = now() + interval '1 day'");
    await superuserQuery("UPDATE person SET email = 'x@lee.example' WHERE id = $1", [personId]);
    expect(await keptOf(personId)).toMatchObject([{ by: null, request_id: null }]);
    expect((await listSecurityEvents(ctx, {})).rows).toMatchObject([{ by: null }]);
  });
});

describe("whoever loses a role, or the way into the school", () => {
  let both: TestMember;
  beforeEach(async () => {
    both = await aMember(school, { roles: ["TEACHER"], email: `${newId()}@lee.example` });
    await superuserQuery("INSERT INTO guardian VALUES ($1, $2, $3, 'OTHER')", [
      ...[school.id, familyId, both.personId],
    ]);
    await invitePerson(ctx, { personId: both.personId, asAdmin: true });
  });

  async function isOpen(): Promise<boolean> {
    const sql = "SELECT 1 FROM invitation WHERE person_id = $1 AND revoked_at IS NULL";
    return (await superuserQuery(sql, [both.personId])).rowCount === 1;
  }

  it("does not come back by an invitation to run the school", async () => {
    await endMembership(ctx, both.personId);
    expect(await isOpen()).toBe(false);
    const by = ctx.actor.kind === "member" ? ctx.actor.personId : null;
    expect(await keptOf(both.personId)).toMatchObject([{ by }]);
  });

  it("does not get a role back that is taken away", async () => {
    await superuserQuery("UPDATE membership SET roles = '{TEACHER,ADMIN}' WHERE person_id = $1", [
      both.personId,
    ]);
    expect(await isOpen()).toBe(true);
    await changeRoles(ctx, { personId: both.personId, roles: ["TEACHER"] });
    expect(await isOpen()).toBe(false);
  });

  it("keeps an invitation to what they have not lost", async () => {
    await superuserQuery("UPDATE membership SET roles = '{TEACHER,STUDENT}' WHERE person_id = $1", [
      both.personId,
    ]);
    await changeRoles(ctx, { personId: both.personId, roles: ["TEACHER"] });
    expect(await isOpen()).toBe(true);
  });

  it("is shown as invited once they are invited again", async () => {
    await endMembership(ctx, both.personId);
    const shown = async () =>
      (await getFamily(ctx, familyId))?.guardians.find(
        ({ personId }) => personId === both.personId,
      );
    expect((await shown())?.signIn).toEqual({ kind: "ended" });
    await invitePerson(ctx, { personId: both.personId });
    expect((await shown())?.signIn).toMatchObject({ kind: "invited", expired: false });
  });
});
