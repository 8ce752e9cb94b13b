import type { Db } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { bookingView, findBookings, type BookingView } from "@/lib/booking/find-bookings";
import { windowFactsOf, type WindowFacts } from "@/lib/booking/window/booking-window";
import type { BookingId } from "@/lib/ids";
import { lessonCalendarFile, type CalendarFile } from "../lesson-calendar-file";

/** What a mail about a booking tells. */
export type BookingMailFacts = BookingView & {
  bookingId: BookingId;
  studentId: string;
  bookingUrl: string;
  cancelNote: string | null;
  cancelledByFamily: boolean;
  window: WindowFacts;
};

export async function loadBookingMailFacts(
  db: Db,
  ctx: SchoolContext,
  bookingIds: readonly string[],
): Promise<BookingMailFacts[]> {
  const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
  const rows = await findBookings(db, {
    where: { id: { in: [...bookingIds] } },
    orderBy: { week: "asc" },
    take: bookingIds.length,
  });
  return rows.map((row) => {
    const booking = bookingView(row, noticeHours);
    return {
      ...booking,
      bookingId: booking.id,
      studentId: row.enrolment.studentId,
      bookingUrl: familyUrl(ctx, `bookings/${booking.id}`),
      cancelNote: row.cancelNote,
      cancelledByFamily: row.cancelReason === "FAMILY",
      window: windowFactsOf(row.enrolment.course, row.enrolment.bookUntil),
    };
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
