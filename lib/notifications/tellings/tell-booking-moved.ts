import { lessonMoved } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { asInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { findRecipients } from "./find-recipients";
import { bookingCalendarFile, loadBookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { bookingMovedMail } from "../templates/booking-moved";
import { composeMail } from "../templates/compose-mail";

/** "Moved", old and new time, to every guardian; stale once cancelled or moved again. */
export const tellBookingMoved: TellingOf<typeof lessonMoved, "booking-moved"> = {
  kind: "booking-moved",
  event: lessonMoved,
  tell: async (ctx, { data }) => {
    const { booking, move, recipients } = await loadMove(ctx, data);
    if (booking === undefined || move === null) return [];
    if (booking.state === "CANCELLED" || booking.startsAt !== move.to) return [];
    const length = booking.endsAt - booking.startsAt;
    const from = { ...booking, startsAt: move.from, endsAt: asInstant(move.from + length) };
    const file = bookingCalendarFile(ctx, [booking], {
      method: "PUBLISH",
      stampedAt: move.movedAt,
    });
    const byFamily = recipients.some(({ personId }) => personId === move.movedById);
    return recipients.map((recipient) => {
      const mail = composeMail(bookingMovedMail, {
        school: ctx.school,
        recipientName: recipient.name,
        studentName: booking.studentName,
        courseName: booking.courseName,
        from,
        to: booking,
        cancelBy: booking.cancelBy,
        movedBy: byFamily ? "FAMILY" : "SCHOOL",
        bookingUrl: booking.bookingUrl,
      });
      const notice = noticeOf(mail, `family/bookings/${booking.bookingId}`);
      return { recipient, notice, mail: { ...mail, attachments: [file] } };
    });
  },
};

type Move = {
  from: Instant;
  to: Instant;
  movedAt: Instant;
  movedById: string | null;
};

async function loadMove(ctx: SchoolContext, wanted: { bookingId: string; moveId: string }) {
  return inSchool(ctx, async (db) => {
    const [booking] = await loadBookingMailFacts(db, ctx, [wanted.bookingId]);
    const row = await db.bookingMove.findFirst({ where: { id: wanted.moveId } });
    const move: Move | null = row && {
      from: instantFromDate(row.fromStartsAt),
      to: instantFromDate(row.toStartsAt),
      movedAt: instantFromDate(row.movedAt),
      movedById: row.movedById,
    };
    const studentIds = booking === undefined ? [] : [booking.studentId];
    const { recipients } = await findRecipients(db, "booking-moved", { studentIds });
    return { booking, move, recipients };
  });
}
