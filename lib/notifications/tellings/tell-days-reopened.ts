import { findStillToBookAgain } from "@/lib/booking/changes/find-closure-cancellations";
import { daysReopened } from "@/lib/booking/events";
import { listSlots } from "@/lib/booking/slots/list-slots";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { findRecipients } from "./find-recipients";
import { familyUrl, loadBookingMailFacts, type BookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { daysReopenedMail, type ReopenedLesson } from "../templates/days-reopened";

/**
 * "Open again", to every guardian whose child lost a booked lesson to the closure and has not booked its
 * week again, with the way to do it.
 */
export const tellDaysReopened: TellingOf<typeof daysReopened, "days-reopened"> = {
  kind: "days-reopened",
  event: daysReopened,
  tell: async (ctx, { data }, onlyPersonId) => {
    const { bookings, recipients } = await loadLost(ctx, data.bookingIds);
    const wanted = recipients.filter(
      ({ personId }) => onlyPersonId === undefined || personId === onlyPersonId,
    );
    const theirs = new Set(wanted.flatMap(({ studentIds }) => studentIds));
    const lessons = new Map<BookingMailFacts, ReopenedLesson>();
    for (const booking of bookings.filter(({ studentId }) => theirs.has(studentId))) {
      lessons.set(booking, await reopenedLesson(ctx, booking));
    }
    return wanted.map(({ studentIds, ...recipient }) => {
      const own = [...lessons].filter(([{ studentId }]) => studentIds.includes(studentId));
      const mail = composeMail(daysReopenedMail, {
        school: ctx.school,
        recipientName: recipient.name,
        lessons: own.map(([, lesson]) => lesson),
        bookUrl: familyUrl(ctx, ""),
      });
      return { recipient, notice: noticeOf(mail, "family"), mail };
    });
  },
};

async function loadLost(ctx: SchoolContext, bookingIds: readonly string[]) {
  return inSchool(ctx, async (db) => {
    const lost = await findStillToBookAgain(db, ctx, bookingIds);
    const studentIds = lost.map(({ studentId }) => studentId);
    const { recipients } = await findRecipients(db, "days-reopened", { studentIds });
    const ids = lost.map(({ bookingId }) => bookingId);
    return { bookings: await loadBookingMailFacts(db, ctx, ids), recipients };
  });
}

async function reopenedLesson(
  ctx: SchoolContext,
  booking: BookingMailFacts,
): Promise<ReopenedLesson> {
  const { enrolmentId, week, startsAt, studentName, courseName } = booking;
  const { slots, window } = await listSlots(ctx, { enrolmentId, week });
  const isFree = slots.some((slot) => slot.startsAt === startsAt);
  const at = isFree ? `&at=${encodeURIComponent(isoFromInstant(startsAt))}` : "";
  const url = familyUrl(ctx, `book/${enrolmentId}?week=${week}${at}`);
  return {
    studentName,
    courseName,
    week,
    startsAt,
    isFree,
    hasSlots: slots.length > 0,
    window,
    url,
  };
}
