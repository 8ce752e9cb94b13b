import { getBooking } from "@/lib/booking/list-bookings";
import { env } from "@/lib/env";
import type { BookingId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { familyUrl } from "./tellings/load-booking-mail-facts";
import { lessonCalendarFile, type CalendarFile } from "./lesson-calendar-file";

/** The calendar file of one booking in reach as it stands now; null when there is none. */
export async function getLessonCalendar(
  ctx: SchoolContext,
  bookingId: BookingId,
): Promise<CalendarFile | null> {
  const booking = await getBooking(ctx, bookingId);
  if (booking === null) return null;
  return lessonCalendarFile({
    method: booking.state === "CANCELLED" ? "CANCEL" : "PUBLISH",
    stampedAt: booking.changedAt,
    organiser: { name: ctx.school.name, email: ctx.school.email ?? env.MAIL_FROM },
    lessons: [{ ...booking, bookingId, bookingUrl: familyUrl(ctx, `bookings/${bookingId}`) }],
  });
}
