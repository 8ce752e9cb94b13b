import { inSchool } from "@/lib/db/in-school";
import type { BookingId, CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, weekdayOf, type Day } from "@/lib/time/day";
import { dateFromInstant, instantFromDate } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { asWallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt } from "@/lib/time/zone";
import { nameOf } from "./desk/load-desk-courses";

export type BookedLesson = Interval & {
  bookingId: BookingId;
  day: Day;
  studentName: string;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
};

export type BookedWeek = { from: Day; to: Day; lessons: BookedLesson[] };

const NAMED = { select: { name: true } } as const;
const PERSON = { select: { person: { select: { givenName: true, familyName: true } } } } as const;
const BOOKING = {
  id: true,
  enrolment: { select: { student: PERSON } },
  lesson: {
    select: {
      startsAt: true,
      endsAt: true,
      course: NAMED,
      teacher: PERSON,
      room: NAMED,
      location: NAMED,
    },
  },
} as const;

/** The booked individual lessons of the calendar week that holds a day (today's, unless said). */
export async function listBookedLessons(
  ctx: SchoolContext,
  { day, courseId }: { day?: Day | null; courseId?: CourseId | null },
): Promise<BookedWeek> {
  const { timeZone, weekStart } = ctx.school;
  const within = day ?? dayAt(ctx.now, timeZone);
  const from = addDays(within, -((weekdayOf(within) - weekStart + 7) % 7));
  const midnight = asWallTime("00:00");
  const startsAt = {
    gte: dateFromInstant(instantAt(from, midnight, timeZone)),
    lt: dateFromInstant(instantAt(addDays(from, 7), midnight, timeZone)),
  };
  const rows = await inSchool(ctx, (db) =>
    db.booking.findMany({
      where: {
        state: { not: "CANCELLED" },
        lesson: { startsAt, ...(courseId && { courseId }) },
      },
      select: BOOKING,
      orderBy: [{ lesson: { startsAt: "asc" } }, { id: "asc" }],
    }),
  );
  const lessons = rows.map(({ id, lesson, enrolment }) => ({
    bookingId: id as BookingId,
    startsAt: instantFromDate(lesson.startsAt),
    endsAt: instantFromDate(lesson.endsAt),
    day: dayAt(instantFromDate(lesson.startsAt), timeZone),
    studentName: nameOf(enrolment.student.person),
    courseName: lesson.course.name,
    teacherName: nameOf(lesson.teacher.person),
    roomName: lesson.room.name,
    locationName: lesson.location.name,
  }));
  return { from, to: addDays(from, 6), lessons };
}
