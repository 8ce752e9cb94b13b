import { lessonBooked } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { findRecipients } from "./find-recipients";

import { bookingCalendarFile, familyUrl, loadBookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { bookingConfirmedMail } from "../templates/booking-confirmed";
import { composeMail } from "../templates/compose-mail";

/**
 * "Booked", with a calendar file, to every guardian; stale once every lesson is cancelled again. What
 * the policy for unbooked weeks gave is told by its result.
 */
export const tellBookingConfirmed: TellingOf<typeof lessonBooked, "booking-confirmed"> = {
  kind: "booking-confirmed",
  event: lessonBooked,
  tell: async (ctx, { data }) => {
    if (data.actorId === null) return [];
    const { bookings, recipients } = await loadBooked(ctx, data.bookingIds);
    const [first] = bookings;
    if (first === undefined) return [];
    const { studentName, courseName, bookedAt } = first;
    const file = bookingCalendarFile(ctx, bookings, { method: "PUBLISH", stampedAt: bookedAt });
    const path = bookings.length === 1 ? `family/bookings/${first.bookingId}` : "family";
    return recipients.map((recipient) => {
      const mail = composeMail(bookingConfirmedMail, {
        school: ctx.school,
        recipientName: recipient.name,
        studentName,
        courseName,
        lessons: bookings,
        scheduleUrl: familyUrl(ctx, ""),
      });
      return { recipient, notice: noticeOf(mail, path), mail: { ...mail, attachments: [file] } };
    });
  },
};

async function loadBooked(ctx: SchoolContext, bookingIds: readonly string[]) {
  return inSchool(ctx, async (db) => {
    const found = await loadBookingMailFacts(db, ctx, bookingIds);
    const bookings = found.filter(({ state }) => state !== "CANCELLED");
    const [first] = bookings;
    const studentIds = first === undefined ? [] : [first.studentId];
    const { recipients } = await findRecipients(db, "booking-confirmed", { studentIds });
    return { bookings, recipients };
  });
}
