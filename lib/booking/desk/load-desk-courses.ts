import type { Db } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId, StudentId } from "@/lib/ids";
import { loadClosures } from "@/lib/scheduling/load-course";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate, type Weekday } from "@/lib/time/day";
import { instantFromDate } from "@/lib/time/instant";
import type { DeskCourse, DeskEnrolment } from "./desk-course";

const NAME = { givenName: true, familyName: true } as const;

/** Hybrid courses of a term, or one of them, with everything the desk counts. */
export async function loadDeskCourses(
  db: Db,
  ctx: SchoolContext,
  which: { termId: string } | { id: string },
): Promise<DeskCourse[]> {
  const rows = await db.course.findMany({
    where: { ...which, kind: "HYBRID", archivedAt: null },
    include: {
      term: true,
      teacher: { select: { person: { select: NAME } } },
      weeks: { orderBy: { week: "asc" }, select: { week: true, kind: true } },
    },
    orderBy: [{ name: "asc" }],
  });
  const [first] = rows;
  if (first === undefined) return [];
  const term = {
    startsOn: dayFromDate(first.term.startsOn),
    endsOn: dayFromDate(first.term.endsOn),
  };
  const closures = await loadClosures(db, term);
  const enrolments = await loadEnrolments(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id as CourseId,
    name: row.name,
    termId: row.termId,
    teacherName: nameOf(row.teacher.person),
    opensAt: row.windowOpensAt && instantFromDate(row.windowOpensAt),
    closesAt: row.windowClosesAt && instantFromDate(row.windowClosesAt),
    school: { weekStart: ctx.school.weekStart },
    term,
    course: { weekday: (row.weekday ?? 1) as Weekday, locationId: row.locationId },
    closures,
    plan: row.weeks,
    enrolments: enrolments.get(row.id) ?? [],
  }));
}

async function loadEnrolments(
  db: Db,
  courseIds: readonly string[],
): Promise<Map<string, DeskEnrolment[]>> {
  const rows = await db.enrolment.findMany({
    where: { courseId: { in: [...courseIds] } },
    include: {
      student: { select: { person: { select: NAME } } },
      bookings: {
        where: { state: { not: "CANCELLED" } },
        select: { id: true, week: true, lesson: { select: { startsAt: true, endsAt: true } } },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const byCourse = new Map<string, DeskEnrolment[]>();
  for (const row of rows) {
    const list = byCourse.get(row.courseId) ?? [];
    byCourse.set(row.courseId, list);
    list.push({
      id: row.id as EnrolmentId,
      studentId: row.studentId as StudentId,
      studentName: nameOf(row.student.person),
      startsOn: dayFromDate(row.startsOn),
      endsOn: row.endsOn && dayFromDate(row.endsOn),
      bookUntil: row.bookUntil && instantFromDate(row.bookUntil),
      bookings: row.bookings.map(({ id, week, lesson }) => ({
        id: id as BookingId,
        week,
        startsAt: instantFromDate(lesson.startsAt),
        endsAt: instantFromDate(lesson.endsAt),
      })),
    });
  }
  return byCourse;
}

export function nameOf(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}
