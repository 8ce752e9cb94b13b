import type { Db } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { cancelBy } from "@/lib/booking/notice-policy";
import type { BookingState } from "@/lib/booking/entitlement";
import { lessonCalendarFile, type CalendarFile } from "./lesson-calendar-file";

/** What a mail about a booking tells. */
export type BookingMailFacts = {
  bookingId: string;
  enrolmentId: string;
  week: number;
  state: BookingState;
  sequence: number;
  studentId: string;
  studentName: string;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
  locationAddress: string | null;
  startsAt: Instant;
  endsAt: Instant;
  cancelBy: Instant;
  bookingUrl: string;
  bookedAt: Instant;
  cancelledAt: Instant | null;
  cancelNote: string | null;
  cancelledByFamily: boolean;
  window: { opensAt: Instant | null; closesAt: Instant | null; bookUntil: Instant | null };
};

export async function loadBookingMailFacts(
  db: Db,
  ctx: SchoolContext,
  bookingIds: readonly string[],
): Promise<BookingMailFacts[]> {
  const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
  const rows = await findBookings(db, bookingIds);
  return rows.map(({ lesson, enrolment, ...booking }) => {
    const { course } = enrolment;
    const { givenName, familyName } = lesson.teacher.person;
    return {
      bookingId: booking.id,
      enrolmentId: booking.enrolmentId,
      week: booking.week,
      state: booking.state,
      sequence: booking.sequence,
      studentId: enrolment.studentId,
      studentName: enrolment.student.person.givenName,
      courseName: course.name,
      teacherName: `${givenName} ${familyName}`,
      roomName: lesson.room.name,
      locationName: lesson.location.name,
      locationAddress: lesson.location.address,
      startsAt: instantFromDate(lesson.startsAt),
      endsAt: instantFromDate(lesson.endsAt),
      cancelBy: cancelBy(instantFromDate(lesson.startsAt), noticeHours),
      bookingUrl: familyUrl(ctx, `bookings/${booking.id}`),
      bookedAt: instantFromDate(booking.bookedAt),
      cancelledAt: instantOrNull(booking.cancelledAt),
      cancelNote: booking.cancelNote,
      cancelledByFamily: booking.cancelReason === "FAMILY",
      window: {
        opensAt: instantOrNull(course.windowOpensAt),
        closesAt: instantOrNull(course.windowClosesAt),
        bookUntil: instantOrNull(enrolment.bookUntil),
      },
    };
  });
}

function findBookings(db: Db, bookingIds: readonly string[]) {
  const name = { select: { givenName: true, familyName: true } };
  return db.booking.findMany({
    where: { id: { in: [...bookingIds] } },
    orderBy: { week: "asc" },
    include: {
      lesson: {
        include: {
          teacher: { select: { person: name } },
          room: { select: { name: true } },
          location: { select: { name: true, address: true } },
        },
      },
      enrolment: {
        include: {
          student: { select: { person: name } },
          course: { select: { name: true, windowOpensAt: true, windowClosesAt: true } },
        },
      },
    },
  });
}

/** The calendar file of a mail about bookings; the same facts give the same bytes. */
export function bookingCalendarFile(
  ctx: SchoolContext,
  bookings: readonly BookingMailFacts[],
  said: { method: "PUBLISH" | "CANCEL"; stampedAt: Instant },
): CalendarFile {
  return lessonCalendarFile({
    ...said,
    organiser: { name: ctx.school.name, email: ctx.school.email ?? env.MAIL_FROM },
    lessons: bookings,
  });
}

/** An address in the family's area of a school. */
export function familyUrl(ctx: SchoolContext, path: string): string {
  return `${env.APP_URL}/${ctx.school.slug}/family/${path}`;
}

function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : instantFromDate(date);
}
