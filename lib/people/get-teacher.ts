import { inSchool } from "@/lib/db/in-school";
import type { TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";
import { CONTACT_COLUMNS, contactOf, type PersonContact } from "./person-contact";
import { fullName } from "./person-row";
import { SIGN_IN_COLUMNS, signInStateOf, type SignInState } from "./sign-in-state";

export type TeacherView = {
  id: TeacherId;
  name: string;
  contact: PersonContact;
  instruments: string[];
  signIn: SignInState;
  archived: boolean;
  /** Of terms that run or lie ahead. */
  courses: { id: string; name: string; termName: string }[];
};

/** A teacher; null when the school has none of that id. */
export async function getTeacher(ctx: SchoolContext, id: TeacherId): Promise<TeacherView | null> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const found = await inSchool(ctx, (db) =>
    db.teacher.findFirst({
      where: { id },
      select: {
        instruments: true,
        archivedAt: true,
        person: { select: { ...CONTACT_COLUMNS, ...SIGN_IN_COLUMNS } },
        courses: {
          where: { archivedAt: null, term: { endsOn: { gte: today } } },
          orderBy: { name: "asc" },
          select: { id: true, name: true, term: { select: { name: true } } },
        },
      },
    }),
  );
  if (found === null) return null;
  const { person, courses, instruments, archivedAt } = found;
  return {
    id,
    name: fullName(person),
    contact: contactOf(person),
    instruments,
    signIn: signInStateOf(person, "TEACHER", ctx.now),
    archived: archivedAt !== null,
    courses: courses.map((course) => ({
      id: course.id,
      name: course.name,
      termName: course.term.name,
    })),
  };
}
