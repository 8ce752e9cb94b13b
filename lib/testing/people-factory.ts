import {
  type FamilyId,
  type MembershipId,
  newId,
  type PersonId,
  type StudentId,
  type TeacherId,
  type UserId,
} from "@/lib/ids";
import {
  type MemberActor,
  mintSchoolContext,
  type Role,
  type SchoolContext,
} from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { date, insertRow, nextNumber } from "./insert-row";
import { TEST_NOW, type TestSchool } from "./school-factory";

/** What every member made here signs in with, and its bcrypt hash of cost 12. */
export const TEST_PASSWORD = "correct horse battery staple";
const TEST_PASSWORD_HASH = "$2b$12$EW0nF028jV4X4S42xNFQNuyPNolrJliAobcvVbylWUpMezVkAWR6W";

export type TestPerson = { personId: PersonId; givenName: string; familyName: string };
export type TestMember = TestPerson & { userId: UserId; email: string; roles: readonly Role[] };
export type TestTeacher = TestMember & { id: TeacherId };
export type TestStudent = TestPerson & { id: StudentId; familyId: FamilyId };
export type TestFamily = {
  id: FamilyId;
  name: string;
  guardian: TestMember;
  students: readonly [TestStudent, ...TestStudent[]];
};

type PersonOptions = { givenName?: string; familyName?: string; email?: string };

export async function aPerson(
  school: TestSchool,
  options: PersonOptions = {},
): Promise<TestPerson> {
  const personId = newId<PersonId>();
  const givenName = options.givenName ?? `Person${nextNumber()}`;
  const familyName = options.familyName ?? "Example";
  const row = { schoolId: school.id, id: personId, givenName, familyName, email: options.email };
  await insertRow("person", row);
  return { personId, givenName, familyName };
}

/** Somebody with a sign-in; give `user` to let one sign-in belong to several schools. */
export async function aMember(
  school: TestSchool,
  options: PersonOptions & { roles: readonly Role[]; user?: { userId: UserId; email: string } },
): Promise<TestMember> {
  const person = await aPerson(school, options);
  const user = options.user ?? (await aUser(options.email));
  const { roles } = options;
  const membership = { schoolId: school.id, id: newId<MembershipId>(), personId: person.personId };
  await insertRow("membership", {
    ...membership,
    userId: user.userId,
    roles: `{${roles.join(",")}}`,
    createdAt: date(TEST_NOW),
  });
  return { ...person, ...user, roles };
}

export async function anAdmin(
  school: TestSchool,
  options: PersonOptions = {},
): Promise<TestMember> {
  return aMember(school, { ...options, roles: ["ADMIN"] });
}

export async function aTeacher(
  school: TestSchool,
  options: PersonOptions & { instruments?: readonly string[] } = {},
): Promise<TestTeacher> {
  const member = await aMember(school, { ...options, roles: ["TEACHER"] });
  const id: string = member.personId;
  await insertRow("teacher", { schoolId: school.id, id, instruments: options.instruments ?? [] });
  return { ...member, id: id as TeacherId };
}

/** A household: one primary guardian with sign-in, and one student for each given name. */
export async function aFamily(
  school: TestSchool,
  options: { name?: string; students?: readonly [string, ...string[]] } = {},
): Promise<TestFamily> {
  const id = newId<FamilyId>();
  const name = options.name ?? `Family ${nextNumber()}`;
  await insertRow("family", { schoolId: school.id, id, name, createdAt: date(TEST_NOW) });
  const guardian = await aGuardian(school, { family: { id, name } });
  const [first, ...others] = options.students ?? ["Mia"];
  const students: [TestStudent, ...TestStudent[]] = [await aStudent(school, { id, name }, first)];
  for (const givenName of others) students.push(await aStudent(school, { id, name }, givenName));
  return { id, name, guardian, students };
}

type Household = { id: FamilyId; name: string };

export async function aGuardian(
  school: TestSchool,
  options: PersonOptions & { family: Household; kind?: "PRIMARY" | "OTHER" | "EMERGENCY" },
): Promise<TestMember> {
  const { family, kind = "PRIMARY" } = options;
  const names = { familyName: family.name, ...options };
  const member = await aMember(school, { ...names, roles: ["PARENT"] });
  const row = { schoolId: school.id, familyId: family.id, personId: member.personId, kind };
  await insertRow("guardian", row);
  return member;
}

export async function aStudent(
  school: TestSchool,
  family: Household,
  givenName: string,
): Promise<TestStudent> {
  const person = await aPerson(school, { givenName, familyName: family.name });
  const id: string = person.personId;
  await insertRow("student", { schoolId: school.id, id, familyId: family.id });
  return { ...person, id: id as StudentId, familyId: family.id };
}

/** What lib/auth would mint for this member of the school. */
export function contextOf(
  school: TestSchool,
  member: TestMember,
  options: { now?: Instant; requestId?: string } = {},
): SchoolContext {
  const actor: MemberActor = {
    kind: "member",
    userId: member.userId,
    personId: member.personId,
    roles: member.roles,
    displayName: `${member.givenName} ${member.familyName}`,
  };
  return mint(school, actor, options);
}

export function systemContextOf(
  school: TestSchool,
  options: { now?: Instant; requestId?: string } = {},
): SchoolContext {
  return mint(school, { kind: "system" }, options);
}

function mint(
  school: TestSchool,
  actor: SchoolContext["actor"],
  { now = TEST_NOW, requestId }: { now?: Instant; requestId?: string },
): SchoolContext {
  return mintSchoolContext({
    schoolId: school.id,
    school: school.facts,
    actor,
    now,
    requestId: requestId ?? newId(),
  });
}

async function aUser(email = `person${nextNumber()}-${newId().slice(-8)}@family.example`) {
  const userId = newId<UserId>();
  await insertRow("user", {
    id: userId,
    email,
    passwordHash: TEST_PASSWORD_HASH,
    createdAt: date(TEST_NOW),
  });
  return { userId, email };
}
