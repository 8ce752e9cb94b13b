import type { Db } from "@/lib/db/in-school";
import type { StudentId, TeacherId } from "@/lib/ids";
import { studentsInReach } from "@/lib/people/reach";
import { NotFound } from "@/lib/refusal";
import type { MemberActor, SchoolContext } from "@/lib/school-context";
import { mayReadCalendar, widestCalendar, type CalendarOwner } from "./calendar-reach";
import type { Named } from "./calendar-range";

/** What a calendar is narrowed to before anything that the reader asks for; null is the whole school. */
export type CalendarReach = {
  teacherId: TeacherId | null;
  /** The students whose things are shown, by name. */
  students: (Named & { id: StudentId })[] | null;
};

/** Whose calendar is read, and what of it this actor reaches. Throws NotFound for a role they have not. */
export async function findCalendarReach(
  db: Db,
  { actor }: SchoolContext,
  asked: CalendarOwner | null,
): Promise<CalendarReach> {
  if (actor.kind === "system") return { teacherId: null, students: null };
  const owner = asked ?? widestCalendar(actor.roles);
  if (owner === null || !mayReadCalendar(actor.roles, owner)) throw new NotFound();
  switch (owner) {
    case "school":
      return { teacherId: null, students: null };
    case "teacher":
      return { teacherId: actor.personId as string as TeacherId, students: null };
    case "family":
    case "student":
      return { teacherId: null, students: await findStudents(db, actor, owner) };
  }
}

async function findStudents(db: Db, actor: MemberActor, owner: "family" | "student") {
  const kind = owner === "family" ? "guardian" : "student";
  const rows = await db.student.findMany({
    where: studentsInReach({ kind, personId: actor.personId }),
    select: { id: true, person: { select: { givenName: true } } },
    orderBy: { person: { givenName: "asc" } },
  });
  return rows.map(({ id, person }) => ({ id: id as StudentId, name: person.givenName }));
}
