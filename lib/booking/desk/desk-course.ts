import type { BookingId, CourseId, EnrolmentId, StudentId } from "@/lib/ids";
import type { CourseDays } from "@/lib/scheduling/closures";
import { isEnrolledOn, type EnrolmentDates } from "@/lib/scheduling/enrolment-dates";
import { weeksTaught, type PlannedWeek, type WeekPlan } from "@/lib/scheduling/week-plan";
import type { Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";

export type DeskBooking = { id: BookingId; week: number; startsAt: Instant; endsAt: Instant };

export type DeskEnrolment = EnrolmentDates & {
  id: EnrolmentId;
  studentId: StudentId;
  studentName: string;
  bookUntil: Instant | null;
  bookings: readonly DeskBooking[];
};

/** A hybrid course as the booking desk sees it; bookings are the live ones. */
export type DeskCourse = CourseDays & {
  id: CourseId;
  name: string;
  termId: string;
  teacherName: string;
  opensAt: Instant | null;
  closesAt: Instant | null;
  plan: WeekPlan;
  enrolments: readonly DeskEnrolment[];
};

export type DeskWeek = {
  planned: PlannedWeek;
  owed: number;
  booked: { enrolment: DeskEnrolment; booking: DeskBooking }[];
  missing: DeskEnrolment[];
  /** No day of the week lies ahead. */
  isPast: boolean;
};

/** Booked X of Y, and who is missing, for every individual week that is owed. */
export function deskWeeks(course: DeskCourse, today: Day): DeskWeek[] {
  return weeksTaught(course.plan, course)
    .filter((planned) => planned.kind === "INDIVIDUAL")
    .map((planned) => {
      const owing = course.enrolments.filter((enrolment) => isEnrolledOn(enrolment, planned.day));
      const booked = owing.flatMap((enrolment) => {
        const booking = enrolment.bookings.find(({ week }) => week === planned.week);
        return booking ? [{ enrolment, booking }] : [];
      });
      const have = new Set(booked.map(({ enrolment }) => enrolment.id));
      return {
        planned,
        owed: owing.length,
        booked,
        missing: owing.filter(({ id }) => !have.has(id)),
        isPast: planned.to < today,
      };
    });
}

/** The enrolments with an owed week ahead that nobody has booked. */
export function stillToBook(course: DeskCourse, today: Day): DeskEnrolment[] {
  const missing = deskWeeks(course, today)
    .filter((week) => !week.isPast)
    .flatMap((week) => week.missing);
  return [...new Set(missing)];
}
