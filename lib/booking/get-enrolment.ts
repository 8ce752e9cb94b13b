import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate, type Day } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import {
  afterEnrolment,
  findEnrolmentLosses,
  type EnrolmentLosses,
} from "./changes/find-enrolment-losses";
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
  /** Whom that concerns: nobody where no lesson, booked or fixed, comes after the day. */
  concerned: { studentIds: string[]; teacherIds: string[] };
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
    const losses = endsOn && (await findEnrolmentLosses(db, ctx, { enrolmentId, endsOn }));
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
      losses,
      concerned: await findConcerned(db, ctx, { row, losses, endsOn }),
    };
  });
}

type Ending = {
  row: { studentId: string; courseId: string };
  losses: EnrolmentLosses | null;
  endsOn: Day | null;
};

async function findConcerned(db: Db, ctx: SchoolContext, { row, losses, endsOn }: Ending) {
  if (endsOn === null || losses === null) return { studentIds: [], teacherIds: [] };
  const { studentId, courseId } = row;
  const after = { gte: dateFromInstant(afterEnrolment(ctx, endsOn)) };
  const lessonIds = losses.lostBookings.map((lost) => lost.lessonId);
  const lost = await db.lesson.findMany({
    where: {
      courseId,
      reservations: { some: { studentId } },
      OR: [{ id: { in: lessonIds } }, { enrolmentId: null, startsAt: after }],
    },
    distinct: ["teacherId"],
    select: { teacherId: true },
  });
  return {
    studentIds: lost.length === 0 ? [] : [studentId],
    teacherIds: lost.map(({ teacherId }) => teacherId),
  };
}
