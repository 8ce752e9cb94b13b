import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import { newId, type EnrolmentId } from "@/lib/ids";
import { reachOf, studentsInReach } from "@/lib/people/reach";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { schoolAsked } from "./events";
import { actorIdOf } from "./get-booking-facts";

export type AskSchool = { enrolmentId: EnrolmentId; week: number; message: string };

/**
 * A family that finds no slot in an individual week asks for help: a request on the booking desk, one
 * open per week. Throws `NotFound` and `Refusal`.
 */
export async function askSchool(ctx: SchoolContext, input: AskSchool): Promise<{ id: string }> {
  const id = newId();
  const { enrolmentId, week } = input;
  try {
    await inSchool(ctx, async (db) => {
      const reach = studentsInReach(reachOf(ctx));
      const found = await db.enrolment.findFirst({
        where: { id: enrolmentId, student: reach },
        select: { course: { select: { weeks: { where: { week, kind: "INDIVIDUAL" } } } } },
      });
      if (found === null) throw new NotFound();
      if (found.course.weeks.length === 0) throw new Refusal("not-an-individual-week");
      await db.deskRequest.create({
        data: {
          id,
          kind: "NO_SLOT",
          enrolmentId,
          week,
          message: input.message,
          createdAt: dateFromInstant(ctx.now),
          createdById: actorIdOf(ctx),
        },
      });
      await record(db, ctx, {
        event: schoolAsked,
        subjectId: enrolmentId,
        data: { deskRequestId: id, enrolmentId, actorId: actorIdOf(ctx) },
      });
    });
  } catch (error) {
    if (brokenRuleOf(error)?.constraint === "desk_request_one_open") {
      throw new Refusal("already-asked");
    }
    throw error;
  }
  return { id };
}
