import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { schoolAnswered } from "../events";
import { actorIdOf } from "../get-booking-facts";

export type AnswerDeskRequest = { requestId: string; reply: string };

/**
 * Writes back to the family that asked, once, which closes their request; a booking or a move of its
 * week closes it too (a trigger of `booking`). Throws `NotFound` and `Refusal`.
 */
export async function answerDeskRequest(
  ctx: SchoolContext,
  { requestId, reply }: AnswerDeskRequest,
): Promise<void> {
  await inSchool(ctx, async (db) => {
    const request = await db.deskRequest.findFirst({ where: { id: requestId } });
    if (request === null) throw new NotFound();
    const resolved = { resolvedAt: dateFromInstant(ctx.now), resolvedById: actorIdOf(ctx) };
    const { count } = await db.deskRequest.updateMany({
      where: { id: requestId, resolvedAt: null },
      data: { ...resolved, reply },
    });
    if (count === 0) throw new Refusal("request-already-resolved");
    await record(db, ctx, {
      event: schoolAnswered,
      subjectId: request.enrolmentId,
      data: {
        deskRequestId: requestId,
        enrolmentId: request.enrolmentId,
        actorId: actorIdOf(ctx),
      },
    });
  });
}
