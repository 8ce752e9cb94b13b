import { schoolAsked } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import { findRecipients } from "./find-recipients";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { helpRequestMail } from "../templates/help-request";

/** A family found no slot and asks for help: told to every admin; stale once it is dealt with. */
export const tellSchoolAsked: TellingOf<typeof schoolAsked, "school-asked"> = {
  kind: "school-asked",
  event: schoolAsked,
  tell: async (ctx, { data }) =>
    inSchool(ctx, async (db) => {
      const request = await db.deskRequest.findFirst({
        where: { id: data.deskRequestId, resolvedAt: null },
        select: {
          week: true,
          message: true,
          enrolment: {
            select: {
              student: { select: { person: { select: { givenName: true, familyName: true } } } },
              course: { select: { name: true } },
            },
          },
        },
      });
      if (request === null) return [];
      const { student, course } = request.enrolment;
      const { recipients } = await findRecipients(db, "school-asked", {});
      const name = `${student.person.givenName} ${student.person.familyName}`;
      return recipients.map((recipient) => {
        const mail = composeMail(helpRequestMail, {
          school: ctx.school,
          recipientName: recipient.name,
          studentName: name,
          courseName: course.name,
          week: request.week,
          message: request.message ?? "No free time suits us.",
          deskUrl: `${env.APP_URL}/${ctx.school.slug}/admin/desk`,
        });
        return { recipient, notice: noticeOf(mail, "admin/desk"), mail };
      });
    }),
};
