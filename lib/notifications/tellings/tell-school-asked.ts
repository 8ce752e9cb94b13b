import { schoolAsked } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import { findRecipients } from "./find-recipients";
import type { TellingOf } from "./telling";

/** A family found no slot and asks: told to every admin in the app; stale once it is dealt with. */
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
      const notice = {
        title: `Asks for a time: ${name}, ${course.name}, week ${request.week}`,
        body: request.message ?? "No free time suits the family",
        path: "admin/desk",
      };
      return recipients.map((recipient) => ({ recipient, notice, mail: null }));
    }),
};
