import type { Db } from "@/lib/db/in-school";
import type { Recipient } from "./telling";

/** Every guardian of a student who signs in; an emergency contact is data only. */
export async function listGuardiansToTell(db: Db, studentId: string): Promise<Recipient[]> {
  const found = await listGuardiansOf(db, [studentId]);
  return found.map(({ recipient }) => recipient);
}

/** The same of many students: each guardian with the students of theirs, by person. */
export async function listGuardiansOf(
  db: Db,
  studentIds: readonly string[],
): Promise<{ recipient: Recipient; studentIds: string[] }[]> {
  const students = { id: { in: [...studentIds] } };
  const guardians = await db.guardian.findMany({
    where: {
      kind: { not: "EMERGENCY" },
      family: { students: { some: students } },
      person: { membership: { disabledAt: null } },
    },
    select: {
      person: { select: { id: true, givenName: true, email: true } },
      family: { select: { students: { where: students, select: { id: true } } } },
    },
    orderBy: { personId: "asc" },
  });
  const found = new Map<string, { recipient: Recipient; studentIds: string[] }>();
  for (const { person, family } of guardians) {
    const recipient = { personId: person.id, name: person.givenName, email: person.email };
    const known = found.get(person.id) ?? { recipient, studentIds: [] };
    found.set(person.id, known);
    known.studentIds.push(...family.students.map(({ id }) => id));
  }
  return [...found.values()];
}
