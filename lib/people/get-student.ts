import { inSchool } from "@/lib/db/in-school";
import type { EnrolmentId, StudentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate, type Day } from "@/lib/time/day";
import { CONTACT_COLUMNS, contactOf, type PersonContact } from "./person-contact";
import { fullName } from "./person-row";
import { SIGN_IN_COLUMNS, signInStateOf, type SignInState } from "./sign-in-state";

export type StudentView = {
  id: StudentId;
  name: string;
  contact: PersonContact;
  family: { id: string; name: string };
  signIn: SignInState;
  archived: boolean;
  enrolments: StudentEnrolment[];
};

export type StudentEnrolment = {
  id: EnrolmentId;
  courseId: string;
  courseName: string;
  kind: "INDIVIDUAL" | "GROUP" | "BAND" | "HYBRID" | "ONE_OFF";
  termName: string;
  startsOn: Day;
  endsOn: Day | null;
};

const STUDENT = {
  archivedAt: true,
  family: { select: { id: true, name: true } },
  person: { select: { ...CONTACT_COLUMNS, ...SIGN_IN_COLUMNS } },
  enrolments: {
    orderBy: { startsOn: "desc" },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      course: {
        select: { id: true, name: true, kind: true, term: { select: { name: true } } },
      },
    },
  },
} as const;

/** A student with every enrolment, the latest first; null when the school has no such student. */
export async function getStudent(ctx: SchoolContext, id: StudentId): Promise<StudentView | null> {
  const found = await inSchool(ctx, (db) =>
    db.student.findFirst({ where: { id }, select: STUDENT }),
  );
  if (found === null) return null;
  return {
    id,
    name: fullName(found.person),
    contact: contactOf(found.person),
    family: found.family,
    signIn: signInStateOf(found.person, "STUDENT", ctx.now),
    archived: found.archivedAt !== null,
    enrolments: found.enrolments.map(({ course, ...enrolment }) => ({
      id: enrolment.id as EnrolmentId,
      courseId: course.id,
      courseName: course.name,
      kind: course.kind,
      termName: course.term.name,
      startsOn: dayFromDate(enrolment.startsOn),
      endsOn: enrolment.endsOn && dayFromDate(enrolment.endsOn),
    })),
  };
}
