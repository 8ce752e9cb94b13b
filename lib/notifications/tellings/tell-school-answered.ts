import { schoolAnswered } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import { findRecipients } from "./find-recipients";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { helpReplyMail } from "../templates/help-reply";

/** The school replied to a help request: told to the student's family. */
export const tellSchoolAnswered: TellingOf<typeof schoolAnswered, "school-answered"> = {
  kind: "school-answered",
  event: schoolAnswered,
  tell: async (ctx, { data }) =>
    inSchool(ctx, async (db) => {
      const request = await db.deskRequest.findFirst({
        where: { id: data.deskRequestId, reply: { not: null } },
        include: {
          enrolment: {
            select: {
              studentId: true,
              student: { select: { person: { select: { givenName: true } } } },
              course: { select: { name: true } },
            },
          },
        },
      });
      if (request === null) return [];
      const { studentId, student, course } = request.enrolment;
      const about = { studentIds: [studentId] };
      const { recipients } = await findRecipients(db, "school-answered", about);
      return recipients.map((recipient) => {
        const mail = composeMail(helpReplyMail, {
          school: ctx.school,
          recipientName: recipient.name,
          studentName: student.person.givenName,
          courseName: course.name,
          week: request.week,
          message: request.message,
          reply: request.reply ?? "",
          familyUrl: `${env.APP_URL}/${ctx.school.slug}/family`,
        });
        return { recipient, notice: noticeOf(mail, "family"), mail };
      });
    }),
};
