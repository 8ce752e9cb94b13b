import { lessonCancelled } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { findRecipients } from "./find-recipients";
import { listRebookLinks } from "./list-rebook-links";
import { bookingCalendarFile, loadBookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { bookingCancelledMail } from "../templates/booking-cancelled";
import { composeMail } from "../templates/compose-mail";

/** "Cancelled", by whom and why, to every guardian, with a way to book again where there is one. */
export const tellBookingCancelled: TellingOf<typeof lessonCancelled, "booking-cancelled"> = {
  kind: "booking-cancelled",
  event: lessonCancelled,
  tell: async (ctx, { data }) => {
    const { booking, recipients } = await loadCancelled(ctx, data.bookingId);
    const cancelledAt = booking?.cancelledAt;
    if (booking === undefined || !cancelledAt) return [];
    const links = await listRebookLinks(ctx, [booking]);
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
        rebook: links.get(booking.id) ?? null,
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
