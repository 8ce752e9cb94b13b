import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { bookingWindow, type BookingWindow } from "../window/booking-window";
import { findLastReminder, isTooSoon, type LastReminder } from "../window/find-last-reminder";
import { deskWeeks, stillToBook, type DeskEnrolment, type DeskWeek } from "./desk-course";
import { loadDeskCourses, nameOf } from "./load-desk-courses";

export type DeskGuardian = { name: string; phone: string | null; email: string | null };

export type MissingStudent = {
  enrolmentId: EnrolmentId;
  studentName: string;
  guardians: DeskGuardian[];
};

export type BookedStudent = {
  bookingId: BookingId;
  studentName: string;
  startsAt: Instant;
  endsAt: Instant;
};

export type CourseDeskWeek = {
  week: number;
  from: Day;
  to: Day;
  owed: number;
  isPast: boolean;
  booked: BookedStudent[];
  missing: MissingStudent[];
};

export type CourseDesk = {
  courseId: CourseId;
  name: string;
  window: BookingWindow;
  opensAt: Instant | null;
  closesAt: Instant | null;
  hasPlan: boolean;
  weeks: CourseDeskWeek[];
  /** How many families a reminder would go to. */
  unbooked: number;
  /** The last reminder by hand. */
  reminded: (LastReminder & { tooSoon: boolean }) | null;
};

/** Who has booked what in a hybrid course, and who is missing with whom to call. */
export async function getCourseDesk(ctx: SchoolContext, courseId: CourseId): Promise<CourseDesk> {
  return inSchool(ctx, async (db) => {
    const [course] = await loadDeskCourses(db, ctx, { id: courseId });
    if (course === undefined) throw new NotFound();
    const today = dayAt(ctx.now, ctx.school.timeZone);
    const weeks = deskWeeks(course, today);
    const missing = weeks.flatMap((week) => week.missing.map(({ studentId }) => studentId));
    const guardians = await guardiansOf(db, [...new Set(missing)]);
    const reminded = await findLastReminder(db, courseId);
    return {
      courseId,
      name: course.name,
      window: bookingWindow({ ...course, bookUntil: null }, ctx.now),
      opensAt: course.opensAt,
      closesAt: course.closesAt,
      hasPlan: course.plan.length > 0,
      weeks: weeks.map((week) => weekOf(week, guardians)),
      unbooked: stillToBook(course, today).length,
      reminded: reminded && { ...reminded, tooSoon: isTooSoon(reminded, ctx.now) },
    };
  });
}

async function guardiansOf(db: Db, studentIds: string[]): Promise<Map<string, DeskGuardian[]>> {
  const students = await db.student.findMany({
    where: { id: { in: studentIds } },
    select: {
      id: true,
      family: {
        select: {
          guardians: {
            where: { kind: { not: "EMERGENCY" } },
            orderBy: { kind: "asc" },
            select: {
              person: { select: { givenName: true, familyName: true, phone: true, email: true } },
            },
          },
        },
      },
    },
  });
  return new Map(
    students.map(({ id, family }) => [
      id,
      family.guardians.map(({ person }) => ({
        name: nameOf(person),
        phone: person.phone,
        email: person.email,
      })),
    ]),
  );
}

function weekOf(week: DeskWeek, guardians: Map<string, DeskGuardian[]>): CourseDeskWeek {
  const { planned, owed, isPast } = week;
  const missing = week.missing.map((enrolment: DeskEnrolment) => ({
    enrolmentId: enrolment.id,
    studentName: enrolment.studentName,
    guardians: guardians.get(enrolment.studentId) ?? [],
  }));
  const booked = week.booked
    .map(({ enrolment, booking }) => ({
      bookingId: booking.id,
      studentName: enrolment.studentName,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    }))
    .sort((a, b) => a.startsAt - b.startsAt);
  return { week: planned.week, from: planned.from, to: planned.to, owed, isPast, booked, missing };
}
