import type { lessonBooked } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { OwedEvent } from "@/lib/events/define-event";
import type { SchoolContext } from "@/lib/school-context";
import { bookingCalendarFile, loadBookingMailFacts, familyUrl } from "./load-booking-mail-facts";
import { deliverMail } from "./deliver-mail";
import { listGuardiansToMail } from "./list-guardians-to-mail";
import { bookingConfirmedMail } from "./templates/booking-confirmed";
import { renderMail } from "./templates/render-mail";

/** "Booked", with a calendar file, to every guardian; stale once every lesson is cancelled again. */
export async function sendBookingConfirmed(
  ctx: SchoolContext,
  event: OwedEvent<typeof lessonBooked>,
): Promise<void> {
  const { bookings, recipients } = await inSchool(ctx, async (db) => {
    const found = await loadBookingMailFacts(db, ctx, event.data.bookingIds);
    const [any] = found;
    const guardians = any === undefined ? [] : await listGuardiansToMail(db, any.studentId);
    return {
      bookings: found.filter((booking) => booking.state !== "CANCELLED"),
      recipients: guardians,
    };
  });
  const [first] = bookings;
  const render = async (recipientName: string) => {
    if (first === undefined) return null;
    const { studentName, courseName, bookedAt } = first;
    const mail = await renderMail(bookingConfirmedMail, {
      school: ctx.school,
      recipientName,
      studentName,
      courseName,
      lessons: bookings,
      scheduleUrl: familyUrl(ctx, ""),
    });
    const file = bookingCalendarFile(ctx, bookings, { method: "PUBLISH", stampedAt: bookedAt });
    return { ...mail, attachments: [file] };
  };
  for (const recipient of recipients) {
    const owed = { eventId: event.id, kind: "booking-confirmed", recipient };
    await deliverMail(ctx, { ...owed, render: () => render(recipient.name) });
  }
}
