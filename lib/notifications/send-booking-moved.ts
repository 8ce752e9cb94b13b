import type { lessonMoved } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { bookingCalendarFile, loadBookingMailFacts } from "./load-booking-mail-facts";
import { deliverMail } from "./deliver-mail";
import { listGuardiansToMail } from "./list-guardians-to-mail";
import type { OwedEvent } from "@/lib/events/define-event";
import { bookingMovedMail } from "./templates/booking-moved";
import { renderMail } from "./templates/render-mail";

/** "Moved", old and new time, to every guardian; stale once cancelled or moved again. */
export async function sendBookingMoved(
  ctx: SchoolContext,
  event: OwedEvent<typeof lessonMoved>,
): Promise<void> {
  const { booking, move, recipients } = await inSchool(ctx, async (db) => {
    const [found] = await loadBookingMailFacts(db, ctx, [event.data.bookingId]);
    return {
      booking: found,
      move: await db.bookingMove.findFirst({ where: { id: event.data.moveId } }),
      recipients: found === undefined ? [] : await listGuardiansToMail(db, found.studentId),
    };
  });
  if (booking === undefined || move === null) return;
  const movedTo = instantFromDate(move.toStartsAt);
  const movedFrom = instantFromDate(move.fromStartsAt);
  const length = booking.endsAt - booking.startsAt;
  const stale = booking.state === "CANCELLED" || booking.startsAt !== movedTo;
  const render = async (recipient: { personId: string; name: string }) => {
    if (stale) return null;
    const mail = await renderMail(bookingMovedMail, {
      school: ctx.school,
      recipientName: recipient.name,
      studentName: booking.studentName,
      courseName: booking.courseName,
      from: { ...booking, startsAt: movedFrom, endsAt: (movedFrom + length) as typeof movedFrom },
      to: booking,
      cancelBy: booking.cancelBy,
      movedBy: recipients.some(({ personId }) => personId === move.movedById) ? "FAMILY" : "SCHOOL",
      reason: move.reason,
      bookingUrl: booking.bookingUrl,
    });
    const stampedAt = instantFromDate(move.movedAt);
    const file = bookingCalendarFile(ctx, [booking], { method: "PUBLISH", stampedAt });
    return { ...mail, attachments: [file] };
  };
  for (const recipient of recipients) {
    const owed = { eventId: event.id, kind: "booking-moved", recipient };
    await deliverMail(ctx, { ...owed, render: () => render(recipient) });
  }
}
