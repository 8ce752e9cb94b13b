import { createHash } from "node:crypto";
import type { BookingWhere, Db } from "@/lib/db/in-school";
import type { BookingId, LessonId } from "@/lib/ids";
import { instantFromDate } from "@/lib/time/instant";
import type { LostBooking, LostLesson } from "./lost-lessons";

type Times = { gt?: Date; lt?: Date };
type LessonsWhere = {
  courseId?: string;
  locationId?: string;
  kind?: "GROUP";
  week?: { in: number[] };
  startsAt?: Times;
};

/** The live bookings among them, by time, then by student. */
export async function findLostBookings(db: Db, where: BookingWhere): Promise<LostBooking[]> {
  const rows = await db.booking.findMany({
    where: { ...where, state: "CONFIRMED" },
    select: {
      id: true,
      week: true,
      lesson: {
        select: {
          ...{ id: true, startsAt: true, endsAt: true, teacherId: true },
          course: { select: { name: true } },
        },
      },
      enrolment: {
        select: {
          studentId: true,
          student: { select: { person: { select: { givenName: true, familyName: true } } } },
        },
      },
    },
    orderBy: [{ lesson: { startsAt: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ id, week, lesson, enrolment: { studentId, student } }) => ({
    bookingId: id as BookingId,
    lessonId: lesson.id as LessonId,
    week,
    startsAt: instantFromDate(lesson.startsAt),
    endsAt: instantFromDate(lesson.endsAt),
    studentId,
    teacherId: lesson.teacherId,
    studentName: `${student.person.givenName} ${student.person.familyName}`,
    courseName: lesson.course.name,
  }));
}

/** The fixed lessons among them that are still to be held, by time. */
export async function findFixedLessons(db: Db, where: LessonsWhere): Promise<LostLesson[]> {
  const rows = await db.lesson.findMany({
    where: { ...where, cancelledAt: null, enrolmentId: null },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      teacherId: true,
      course: { select: { name: true } },
      reservations: { where: { studentId: { not: null } }, select: { studentId: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    lessonId: row.id as LessonId,
    startsAt: instantFromDate(row.startsAt),
    endsAt: instantFromDate(row.endsAt),
    courseName: row.course.name,
    teacherId: row.teacherId,
    studentIds: row.reservations.flatMap(({ studentId }) => studentId ?? []),
  }));
}

/**
 * One short text for a list that was shown: a confirmation names it, so that nothing is cancelled
 * that nobody saw. Null when there is nothing to confirm.
 */
export function confirmationOf(lost: readonly (LostBooking | LostLesson)[]): string | null {
  return confirmationOfFacts(lost.map(({ lessonId, startsAt }) => `${lessonId} ${startsAt}`));
}

/** The same of anything that was shown, in any order. */
export function confirmationOfFacts(facts: readonly string[]): string | null {
  if (facts.length === 0) return null;
  return createHash("sha256")
    .update([...facts].sort().join("\n"))
    .digest("hex")
    .slice(0, 32);
}
