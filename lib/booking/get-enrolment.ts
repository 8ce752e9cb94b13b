import { inSchool } from "@/lib/db/in-school";
import type { CourseId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate, type Day } from "@/lib/time/day";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { findEnrolmentLosses, type EnrolmentLosses } from "./changes/find-enrolment-losses";
import { nameOf } from "./desk/load-desk-courses";

export type EnrolmentView = {
  id: EnrolmentId;
  courseId: CourseId;
  courseName: string;
  courseKind: CourseKind;
  studentId: string;
  studentName: string;
  startsOn: Day;
  endsOn: Day | null;
  bookUntil: Instant | null;
  /** What an end on the day asked about would cancel. */
  losses: EnrolmentLosses | null;
};

/** One enrolment, and what ending it on a day would cancel. Throws `NotFound`. */
export async function getEnrolment(
  ctx: SchoolContext,
  { enrolmentId, endsOn }: { enrolmentId: EnrolmentId; endsOn: Day | null },
): Promise<EnrolmentView> {
  return inSchool(ctx, async (db) => {
    const row = await db.enrolment.findFirst({
      where: { id: enrolmentId },
      include: {
        course: { select: { id: true, name: true, kind: true } },
        student: { select: { person: { select: { givenName: true, familyName: true } } } },
      },
    });
    if (row === null) throw new NotFound();
    return {
      id: enrolmentId,
      courseId: row.course.id as CourseId,
      courseName: row.course.name,
      courseKind: row.course.kind,
      studentId: row.studentId,
      studentName: nameOf(row.student.person),
      startsOn: dayFromDate(row.startsOn),
      endsOn: row.endsOn && dayFromDate(row.endsOn),
      bookUntil: row.bookUntil && instantFromDate(row.bookUntil),
      losses: endsOn && (await findEnrolmentLosses(db, ctx, { enrolmentId, endsOn })),
    };
  });
}
