import type { Db } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import { studentsInReach } from "@/lib/people/reach";
import type { SchoolContext } from "@/lib/school-context";
import {
  peopleChanges,
  type LessonChange,
  type PeopleChanges,
  type TeacherChanges,
} from "../lesson-changes/lesson-changes";
import { loadLessonChanges } from "../lesson-changes/load-lesson-changes";
import { findRecipients, type FoundRecipient } from "./find-recipients";
import type { Recipient } from "./telling";

/** Somebody who is told of a change of the schedule, and what it did to their lessons. */
export type ChangedPerson = {
  recipient: Recipient;
  /** By student: those whom they are a guardian of, or they themselves. */
  learning: ReadonlyMap<string, LessonChange[]>;
  teaching: TeacherChanges;
};

export type ChangedPeople = {
  people: ChangedPerson[];
  /** Of every student in the change. */
  names: ReadonlyMap<string, { givenName: string; fullName: string }>;
};

/**
 * Whom a change of the schedule concerns as things stand: guardians, students and teachers who sign
 * in. With a person, only what that one is told.
 */
export async function loadChangedPeople(
  db: Db,
  ctx: SchoolContext,
  { changeId, onlyPersonId }: { changeId: string; onlyPersonId?: string | undefined },
): Promise<ChangedPeople> {
  const only = onlyPersonId === undefined ? {} : { people: await studentsAnd(db, onlyPersonId) };
  const facts = await loadLessonChanges(db, ctx, { changeId, ...only });
  const changes = peopleChanges(facts, ctx.now);
  const { recipients } = await findRecipients(db, "lessons-changed", {
    studentIds: [...changes.students.keys()],
    teacherIds: [...changes.teachers.keys()],
  });
  const wanted = recipients.filter(
    ({ personId }) => onlyPersonId === undefined || personId === onlyPersonId,
  );
  const names = await loadNames(
    db,
    facts.parts.map(({ personId }) => personId),
  );
  return { people: wanted.map((one) => changedPerson(one, changes)), names };
}

function changedPerson(
  { studentIds, ...recipient }: FoundRecipient,
  { students, teachers }: PeopleChanges,
): ChangedPerson {
  return {
    recipient,
    learning: new Map(studentIds.map((id) => [id, students.get(id) ?? []])),
    teaching: teachers.get(recipient.personId) ?? { changes: [], left: [] },
  };
}

async function studentsAnd(db: Db, personId: string): Promise<string[]> {
  const children = await db.student.findMany({
    where: studentsInReach({ kind: "guardian", personId: personId as PersonId }),
    select: { id: true },
  });
  return [personId, ...children.map(({ id }) => id)];
}

async function loadNames(db: Db, ids: readonly string[]): Promise<ChangedPeople["names"]> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, familyName: true },
  });
  return new Map(
    people.map(({ id, givenName, familyName }) => [
      id,
      { givenName, fullName: `${givenName} ${familyName}` },
    ]),
  );
}
