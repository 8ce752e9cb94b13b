import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { beforeEach, describe, expect, it } from "vitest";
import type { FamilyId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { appQuery, superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, type TestSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { addGuardian } from "./add-guardian";
import { addStudent } from "./add-student";
import { archiveStudent } from "./archive-student";
import { changeGuardianKind } from "./change-guardian-kind";
import { createFamily } from "./create-family";
import { createTeacher } from "./create-teacher";
import { getFamily } from "./get-family";
import { getStudent } from "./get-student";
import { getTeacher } from "./get-teacher";
import { listFamilies } from "./list-families";
import { listStudents } from "./list-students";
import { removeGuardian } from "./remove-guardian";
import { renameFamily } from "./rename-family";
import { updateContact } from "./update-contact";
import { updateTeacher } from "./update-teacher";

const SAM = { givenName: "Sam", familyName: "Rossi", email: "sam@home.example", phone: null };

let school: TestSchool;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
});

async function aRossiFamily(children = ["Leo"]) {
  return createFamily(ctx, {
    guardians: [{ ...SAM, kind: "PRIMARY" }],
    students: children.map((givenName) => ({ givenName, familyName: "Rossi" })),
  });
}

async function kindsOf(familyId: FamilyId) {
  const family = await getFamily(ctx, familyId);
  return family?.guardians.map(({ name, kind }) => `${name}: ${kind}`);
}

describe("a family", () => {
  it("is made whole, named for its primary guardian, and is in the audit trail", async () => {
    const { familyId } = await aRossiFamily(["Leo", "Ada"]);
    expect(await getFamily(ctx, familyId)).toMatchObject({
      name: "Rossi",
      guardians: [{ name: "Sam Rossi", kind: "PRIMARY", signIn: { kind: "none" } }],
      students: [{ name: "Ada Rossi" }, { name: "Leo Rossi" }],
    });
    const { rows } = await superuserQuery(
      "SELECT action, actor_id FROM audit_entry WHERE school_id = $1 AND subject_id = $2",
      [school.id, familyId],
    );
    const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
    expect(rows).toEqual([{ action: "people/family.created", actor_id: actorId }]);
  });

  it("always has exactly one primary guardian", async () => {
    await expect(createFamily(ctx, { guardians: [], students: [] })).rejects.toMatchObject({
      code: "family-needs-one-primary",
    });
    const { familyId, guardianIds } = await aRossiFamily();
    const [samId] = guardianIds;
    if (!samId) throw new Error("no guardian");
    const removing = removeGuardian(ctx, { familyId, personId: samId });
    await expect(removing).rejects.toMatchObject({ code: "family-needs-one-primary" });
    const kim = { givenName: "Kim", familyName: "Rossi" };
    const { personId: kimId } = await addGuardian(ctx, { familyId, kind: "PRIMARY", person: kim });
    expect(await kindsOf(familyId)).toEqual(["Kim Rossi: PRIMARY", "Sam Rossi: OTHER"]);
    await changeGuardianKind(ctx, {
      basedOn: AS_IT_STANDS,
      familyId,
      personId: samId,
      kind: "PRIMARY",
    });
    expect(await kindsOf(familyId)).toEqual(["Sam Rossi: PRIMARY", "Kim Rossi: OTHER"]);
    await removeGuardian(ctx, { familyId, personId: kimId });
    expect(await kindsOf(familyId)).toEqual(["Sam Rossi: PRIMARY"]);
  });

  it("has its students to itself; a person may be a guardian of several families", async () => {
    const first = await aRossiFamily();
    const second = await aRossiFamily();
    const [person] = first.guardianIds;
    if (!person) throw new Error("no guardian");
    const input = { familyId: second.familyId, kind: "EMERGENCY", person } as const;
    await addGuardian(ctx, input);
    expect(await kindsOf(second.familyId)).toEqual(["Sam Rossi: PRIMARY", "Sam Rossi: EMERGENCY"]);
    await expect(addGuardian(ctx, input)).rejects.toMatchObject({ code: "already-guardian" });
    const leo = { familyId: second.familyId, person: first.studentIds[0] as never };
    await expect(addStudent(ctx, leo)).rejects.toThrow("not found");
  });

  it("may be one adult student who is their own guardian", async () => {
    const { familyId, guardianIds } = await aRossiFamily([]);
    const [person] = guardianIds;
    if (!person) throw new Error("no guardian");
    await addStudent(ctx, { familyId, person });
    expect(await getFamily(ctx, familyId)).toMatchObject({
      guardians: [{ personId: person, isStudent: true }],
      students: [{ id: person }],
    });
    await expect(addStudent(ctx, { familyId, person })).rejects.toMatchObject({
      code: "already-student",
    });
  });

  it("keeps its contact data as the school's record", async () => {
    const { familyId, studentIds } = await aRossiFamily();
    const [studentId] = studentIds;
    if (!studentId) throw new Error("no student");
    const contact = { ...SAM, givenName: "Leonardo", bornOn: asDay("2018-02-03") };
    await updateContact(ctx, { basedOn: AS_IT_STANDS, ...contact, personId: studentId as never });
    await renameFamily(ctx, { basedOn: AS_IT_STANDS, familyId, name: "Rossi-Lee" });
    expect(await getStudent(ctx, studentId)).toMatchObject({
      name: "Leonardo Rossi",
      contact,
      family: { name: "Rossi-Lee" },
    });
  });

  it("has sign-in identities that are each person's own: no admin can read or change them", async () => {
    const { guardian } = await aFamily(school);
    const identity = () =>
      superuserQuery('SELECT * FROM "user" WHERE id = $1', [guardian.userId]).then(
        ({ rows }) => rows,
      );
    const before = await identity();
    await updateContact(ctx, {
      basedOn: AS_IT_STANDS,
      ...SAM,
      personId: guardian.personId,
      email: "new@home.example",
    });
    expect(await identity()).toEqual(before);
    for (const sql of ['SELECT email FROM "user"', `UPDATE "user" SET email = 'x@x.example'`]) {
      await expect(appQuery(school.id, sql)).rejects.toThrow("permission denied");
    }
  });

  it("of another school does not exist", async () => {
    const { familyId, guardianIds, studentIds } = await aRossiFamily();
    const other = await aSchool();
    const stranger = contextOf(other, await anAdmin(other));
    expect(await getFamily(stranger, familyId)).toBeNull();
    expect(await getStudent(stranger, studentIds[0] ?? ("" as never))).toBeNull();
    expect((await listFamilies(stranger, {})).rows).toEqual([]);
    const [personId] = guardianIds;
    if (!personId) throw new Error("no guardian");
    const kind = "OTHER" as const;
    for (const attempt of [
      () => addGuardian(stranger, { familyId, kind, person: SAM }),
      () => addStudent(stranger, { familyId, person: SAM }),
      () => changeGuardianKind(stranger, { basedOn: AS_IT_STANDS, familyId, personId, kind }),
      () => removeGuardian(stranger, { familyId, personId }),
      () => renameFamily(stranger, { basedOn: AS_IT_STANDS, familyId, name: "Ours" }),
      () => updateContact(stranger, { basedOn: AS_IT_STANDS, ...SAM, personId }),
    ]) {
      await expect(attempt()).rejects.toThrow("not found");
    }
    expect(await kindsOf(familyId)).toEqual(["Sam Rossi: PRIMARY"]);
  });
});

describe("lists of people", () => {
  it("go on page after page and back, in order of names, none left out", async () => {
    for (let number = 10; number < 62; number += 1) {
      const familyName = `Family ${number}`;
      const guardians = [{ ...SAM, familyName, kind: "PRIMARY" as const }];
      await createFamily(ctx, { guardians, students: [{ givenName: "Kit", familyName }] });
    }
    const first = await listFamilies(ctx, {});
    const second = await listFamilies(ctx, { after: first.next });
    const third = await listFamilies(ctx, { after: second.next });
    const names = [first, second, third].flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(52);
    expect([first.previous, third.next]).toEqual([null, null]);
    expect((await listFamilies(ctx, { before: third.previous })).rows).toEqual(second.rows);
    expect((await listFamilies(ctx, { before: second.previous })).rows).toEqual(first.rows);
    const students = await listStudents(ctx, { after: (await listStudents(ctx, {})).next });
    expect(students.rows.map(({ name }) => name).at(0)).toBe("Kit Family 35");
  });

  it("find a family by the name of any of its people, whatever the case", async () => {
    await aRossiFamily();
    for (const search of ["ROSS", "leo rossi", "sam@home", " sam "]) {
      expect((await listFamilies(ctx, { search })).rows).toHaveLength(1);
    }
    expect((await listFamilies(ctx, { search: "leo nguyen" })).rows).toEqual([]);
    expect((await listStudents(ctx, { search: "leo" })).rows).toMatchObject([
      { name: "Leo Rossi", family: { name: "Rossi" }, courses: [] },
    ]);
  });
});

describe("whoever leaves", () => {
  it("is archived and not deleted, and not while enrolled", async () => {
    const course = await aGroupCourse(school);
    const { familyId, studentIds } = await aRossiFamily();
    const [studentId] = studentIds;
    if (!studentId) throw new Error("no student");
    const student = { id: studentId, familyId, personId: studentId, ...SAM } as never;
    await anEnrolment(course, student, { endsOn: "2026-11-01" });
    const archive = { studentId, archived: true };
    await expect(archiveStudent(ctx, archive)).rejects.toMatchObject({ code: "still-enrolled" });
    const later = { ...ctx, now: at(school, "2026-11-02 09:00") };
    await archiveStudent(later, archive);
    expect((await listStudents(later, {})).rows).toEqual([]);
    expect((await listStudents(later, { archived: true })).rows).toHaveLength(1);
    await archiveStudent(later, { studentId, archived: false });
    expect((await listStudents(later, {})).rows).toHaveLength(1);
  });
});

describe("a teacher", () => {
  it("has contact data and instruments, which an admin can change", async () => {
    const teacherId = await createTeacher(ctx, { ...SAM, instruments: ["piano"] });
    await updateTeacher(ctx, {
      basedOn: AS_IT_STANDS,
      ...SAM,
      teacherId,
      phone: "02 5550 1",
      instruments: ["bass"],
    });
    expect(await getTeacher(ctx, teacherId)).toMatchObject({
      name: "Sam Rossi",
      contact: { phone: "02 5550 1" },
      instruments: ["bass"],
      courses: [],
    });
    const other = await aSchool();
    const stranger = contextOf(other, await anAdmin(other));
    expect(await getTeacher(stranger, teacherId)).toBeNull();
    await expect(
      updateTeacher(stranger, { basedOn: AS_IT_STANDS, ...SAM, teacherId, instruments: [] }),
    ).rejects.toThrow("not found");
  });
});
