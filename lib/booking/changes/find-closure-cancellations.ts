import type { Db } from "@/lib/db/in-school";
import type { BookingId } from "@/lib/ids";
import { instantFromDate, type Instant } from "@/lib/time/instant";

/** An individual lesson that a closure cancelled and that nobody has booked again. */
export type ToBookAgain = {
  bookingId: BookingId;
  week: number;
  studentName: string;
  courseName: string;
  startsAt: Instant;
};

type LessonsWhere = { locationId?: string; startsAt: { gte: Date; lt: Date } };

/** By time. */
export async function findClosureCancellations(
  db: Db,
  lesson: LessonsWhere,
): Promise<ToBookAgain[]> {
  const rows = await db.booking.findMany({
    where: { state: "CANCELLED", cancelReason: "CLOSURE", lesson },
    select: {
      id: true,
      week: true,
      enrolmentId: true,
      lesson: { select: { startsAt: true, course: { select: { name: true } } } },
      enrolment: {
        select: {
          student: { select: { person: { select: { givenName: true, familyName: true } } } },
        },
      },
    },
    orderBy: [{ lesson: { startsAt: "asc" } }, { id: "asc" }],
  });
  const live = await db.booking.findMany({
    where: {
      enrolmentId: { in: rows.map(({ enrolmentId }) => enrolmentId) },
      state: { not: "CANCELLED" },
    },
    select: { enrolmentId: true, week: true },
  });
  const booked = new Set(live.map(({ enrolmentId, week }) => `${enrolmentId} ${week}`));
  return rows
    .filter(({ enrolmentId, week }) => !booked.has(`${enrolmentId} ${week}`))
    .map(({ id, week, lesson, enrolment: { student } }) => ({
      bookingId: id as BookingId,
      week,
      studentName: `${student.person.givenName} ${student.person.familyName}`,
      courseName: lesson.course.name,
      startsAt: instantFromDate(lesson.startsAt),
    }));
}
