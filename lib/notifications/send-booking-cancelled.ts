import { owedWeekStatus } from "@/lib/booking/entitlement";
import { getBookingFacts } from "@/lib/booking/get-booking-facts";
import { bookingWindow } from "@/lib/booking/window/booking-window";
import type { lessonCancelled } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { bookingCalendarFile, loadBookingMailFacts, familyUrl } from "./load-booking-mail-facts";
import type { BookingMailFacts } from "./load-booking-mail-facts";
import { deliverMail } from "./deliver-mail";
import { listGuardiansToMail } from "./list-guardians-to-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { bookingCancelledMail } from "./templates/booking-cancelled";
import { renderMail } from "./templates/render-mail";

/** "Cancelled", by whom and why, to every guardian, with a way to book again where there is one. */
export async function sendBookingCancelled(
  ctx: SchoolContext,
  event: OwedEvent<typeof lessonCancelled>,
): Promise<void> {
  const { booking, recipients } = await inSchool(ctx, async (db) => {
    const [found] = await loadBookingMailFacts(db, ctx, [event.data.bookingId]);
    const guardians = found === undefined ? [] : await listGuardiansToMail(db, found.studentId);
    return { booking: found, recipients: guardians };
  });
  const cancelledAt = booking?.cancelledAt;
  if (booking === undefined || !cancelledAt) return;
  const render = async (recipientName: string) => {
    const mail = await renderMail(bookingCancelledMail, {
      school: ctx.school,
      recipientName,
      studentName: booking.studentName,
      courseName: booking.courseName,
      lesson: booking,
      cancelledBy: booking.cancelledByFamily ? "FAMILY" : "SCHOOL",
      reason: booking.cancelNote,
      rebook: await rebookLink(ctx, booking, cancelledAt),
    });
    const said = { method: "CANCEL", stampedAt: cancelledAt } as const;
    return { ...mail, attachments: [bookingCalendarFile(ctx, [booking], said)] };
  };
  for (const recipient of recipients) {
    const owed = { eventId: event.id, kind: "booking-cancelled", recipient };
    await deliverMail(ctx, { ...owed, render: () => render(recipient.name) });
  }
}

/** Where the lesson is still owed and can be booked again; both as of the cancelling. */
async function rebookLink(ctx: SchoolContext, booking: BookingMailFacts, cancelledAt: Instant) {
  const window = bookingWindow(booking.window, cancelledAt);
  if (window.state !== "open") return null;
  const facts = await getBookingFacts(ctx, { enrolmentId: booking.enrolmentId, weeks: [] });
  const owed = owedWeekStatus(facts, cancelledAt);
  const week = owed.find(({ planned }) => planned.week === booking.week);
  if (week?.status !== "to-book") return null;
  const url = familyUrl(ctx, `book/${booking.enrolmentId}?week=${booking.week}`);
  return { url, until: window.closesAt };
}
