import type { Db } from "@/lib/db/in-school";
import type { Role } from "@/lib/school-context";
import type { Recipient } from "./telling";
import { factsOfKind, type TellingKind } from "./telling-kinds";

/** What a message is about; its kind says which of their people it is for. */
export type Concerned = { studentIds?: readonly string[]; teacherIds?: readonly string[] };

export type PartyMember = {
  personId: string;
  name: string;
  phone: string | null;
  signsIn: boolean;
};

/** Those who are told together: a family by its guardians, anybody else by themselves. */
export type Party = { role: Role; id: string; name: string; people: PartyMember[] };

/** Somebody who is told, and of which students. */
export type FoundRecipient = Recipient & { studentIds: string[] };

export type FoundRecipients = {
  /** Each person once: who signs in, in a role that the kind is for. */
  recipients: FoundRecipient[];
  /** Everybody concerned, whether or not somebody of them signs in. */
  parties: Party[];
};

/**
 * Whom a kind of message goes to: the one answer for what sends it and for what says beforehand who
 * will be notified. Students concern their guardians (an emergency contact is data only) or
 * themselves, teachers themselves, as the kind says; a kind for admins goes to all of them.
 */
export async function findRecipients(
  db: Db,
  kind: TellingKind,
  { studentIds = [], teacherIds = [] }: Concerned,
): Promise<FoundRecipients> {
  const found: FoundParty[] = [];
  for (const role of factsOfKind(kind)?.receivers ?? []) {
    if (role === "PARENT") found.push(...(await findFamilies(db, studentIds)));
    if (role === "STUDENT") found.push(...(await findMembers(db, role, { ids: studentIds })));
    if (role === "TEACHER") found.push(...(await findMembers(db, role, { ids: teacherIds })));
    if (role === "ADMIN") found.push(...(await findMembers(db, role, { ids: null })));
  }
  return { recipients: recipientsOf(found), parties: found.map(partyOf) };
}

type FoundPerson = {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  membership: { disabledAt: Date | null; roles: readonly Role[] } | null;
};
type FoundParty = {
  role: Role;
  id: string;
  name: string | null;
  people: FoundPerson[];
  studentIds: string[];
};

const PERSON = {
  id: true,
  givenName: true,
  familyName: true,
  email: true,
  phone: true,
  membership: { select: { disabledAt: true, roles: true } },
} as const;

async function findFamilies(db: Db, studentIds: readonly string[]): Promise<FoundParty[]> {
  if (studentIds.length === 0) return [];
  const students = { id: { in: [...studentIds] } };
  const families = await db.family.findMany({
    where: { students: { some: students } },
    select: {
      id: true,
      name: true,
      students: { where: students, select: { id: true } },
      guardians: {
        where: { kind: { not: "EMERGENCY" } },
        select: { person: { select: PERSON } },
        orderBy: [{ kind: "asc" }, { personId: "asc" }],
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return families.map(({ id, name, students: own, guardians }) => ({
    ...{ role: "PARENT", id, name },
    people: guardians.map(({ person }) => person),
    studentIds: own.map((student) => student.id),
  }));
}

async function findMembers(
  db: Db,
  role: Exclude<Role, "PARENT">,
  { ids }: { ids: readonly string[] | null },
): Promise<FoundParty[]> {
  if (ids?.length === 0) return [];
  const people = await db.person.findMany({
    where: ids
      ? { id: { in: [...ids] } }
      : { membership: { disabledAt: null, roles: { has: role } } },
    select: PERSON,
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
  });
  return people.map((person) => ({
    ...{ role, id: person.id, name: null, people: [person] },
    studentIds: role === "STUDENT" ? [person.id] : [],
  }));
}

function recipientsOf(parties: readonly FoundParty[]): FoundRecipient[] {
  const found = new Map<string, FoundRecipient>();
  for (const party of parties) {
    for (const person of party.people.filter((one) => signsIn(one, party.role))) {
      const { id: personId, givenName: name, email } = person;
      const known = found.get(personId) ?? { personId, name, email, studentIds: [] };
      found.set(personId, known);
      known.studentIds.push(...party.studentIds.filter((id) => !known.studentIds.includes(id)));
    }
  }
  return [...found.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

function partyOf({ role, id, name, people }: FoundParty): Party {
  const members = people.map((person) => ({
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    phone: person.phone,
    signsIn: signsIn(person, role),
  }));
  return { role, id, name: name ?? members[0]?.name ?? "", people: members };
}

function signsIn({ membership }: FoundPerson, role: Role): boolean {
  return membership?.disabledAt === null && membership.roles.includes(role);
}
