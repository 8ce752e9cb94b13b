import { owedWeekStatus } from "@/lib/booking/entitlement";
import { lessonCancelled } from "@/lib/booking/events";
import { getBookingFacts } from "@/lib/booking/get-booking-facts";
import { bookingWindow } from "@/lib/booking/window/booking-window";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { findRecipients } from "./find-recipients";
import { bookingCalendarFile, familyUrl, loadBookingMailFacts } from "./load-booking-mail-facts";
import type { BookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { bookingCancelledMail } from "../templates/booking-cancelled";
import { composeMail } from "../templates/composemail";

/** "Cancelled", by whom and why, to every guardian, with a way to book again where there is one. */
export const tellBookingCancelled: TellingOf<typeof lessonCancelled, "booking-cancelled"> = {
  kind: "booking-cancelled",
  event: lessonCancelled,
  tell: async (ctx, { data }) => {
    const { booking, recipients } = await loadCancelled(ctx, data.bookingId);
    const cancelledAt = booking?.cancelledAt;
    if (booking === undefined || !cancelledAt) return [];
    const rebook = await rebookLink(ctx, booking, cancelledAt);
    const file = bookingCalendarFile(ctx, [booking], { method: "CANCEL", stampedAt: cancelledAt });
    return recipients.map((recipient) => {
      const mail = composeMail(bookingCancelledMail, {
        school: ctx.school,
        recipientName: recipient.name,
        studentName: booking.studentName,
        courseName: booking.courseName,
        lesson: booking,
        cancelledBy: booking.cancelledByFamily ? "FAMILY" : "SCHOOL",
        reason: booking.cancelNote,
        rebook,
      });
      const notice = noticeOf(mail, `family/bookings/${booking.bookingId}`);
      return { recipient, notice, mail: { ...mail, attachments: [file] } };
    });
  },
};

async function loadCancelled(ctx: SchoolContext, bookingId: string) {
  return inSchool(ctx, async (db) => {
    const [booking] = await loadBookingMailFacts(db, ctx, [bookingId]);
    const studentIds = booking === undefined ? [] : [booking.studentId];
    const { recipients } = await findRecipients(db, "booking-cancelled", { studentIds });
    return { booking, recipients };
  });
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
