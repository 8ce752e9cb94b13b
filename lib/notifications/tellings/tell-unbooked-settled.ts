import { unbookedSettled } from "@/lib/booking/events";
import { inSchool, type Db } from "@/lib/db/in-school";
import { instantFromDate } from "@/lib/time/instant";
import { findRecipients } from "./find-recipients";
import { bookingCalendarFile, familyUrl, loadBookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { unbookedSettledMail } from "../templates/unbooked-settled";

/** What became of the weeks that a family did not book, to every guardian. */
export const tellUnbookedSettled: TellingOf<typeof unbookedSettled, "unbooked-settled"> = {
  kind: "unbooked-settled",
  event: unbookedSettled,
  tell: async (ctx, { id, data }) => {
    const { enrolment, bookings, recipients, settledAt } = await inSchool(ctx, async (db) => {
      const enrolled = await findEnrolment(db, data.enrolmentId);
      const studentIds = enrolled === null ? [] : [enrolled.studentId];
      const found = await findRecipients(db, "unbooked-settled", { studentIds });
      return {
        enrolment: enrolled,
        bookings: await loadBookingMailFacts(db, ctx, data.bookingIds),
        recipients: found.recipients,
        settledAt: await db.outboxEvent.findFirstOrThrow({
          where: { id },
          select: { occurredAt: true },
        }),
      };
    });
    const given = bookings.filter(({ state }) => state !== "CANCELLED");
    if (enrolment === null || (given.length === 0 && data.weeks.length === 0)) return [];
    const said = { method: "PUBLISH", stampedAt: instantFromDate(settledAt.occurredAt) } as const;
    const attachments = given.length === 0 ? [] : [bookingCalendarFile(ctx, given, said)];
    return recipients.map((recipient) => {
      const mail = composeMail(unbookedSettledMail, {
        school: ctx.school,
        recipientName: recipient.name,
        studentName: enrolment.student.person.givenName,
        courseName: enrolment.course.name,
        given,
        weeks: data.weeks,
        scheduleUrl: familyUrl(ctx, ""),
      });
      return { recipient, notice: noticeOf(mail, "family"), mail: { ...mail, attachments } };
    });
  },
};

function findEnrolment(db: Db, id: string) {
  return db.enrolment.findFirst({
    where: { id },
    select: {
      studentId: true,
      student: { select: { person: { select: { givenName: true } } } },
      course: { select: { name: true } },
    },
  });
}
