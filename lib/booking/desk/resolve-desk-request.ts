import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { actorIdOf } from "../get-booking-facts";

/** Marks a family's question as answered; once. Throws `NotFound` and `Refusal`. */
export async function resolveDeskRequest(
  ctx: SchoolContext,
  { requestId }: { requestId: string },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    const request = await db.deskRequest.findFirst({ where: { id: requestId } });
    if (request === null) throw new NotFound();
    const { count } = await db.deskRequest.updateMany({
      where: { id: requestId, resolvedAt: null },
      data: { resolvedAt: dateFromInstant(ctx.now), resolvedById: actorIdOf(ctx) },
    });
    if (count === 0) throw new Refusal("request-already-resolved");
    await recordAudit(db, ctx, {
      action: "booking/desk-request.resolved",
      subjectId: requestId,
      data: { enrolmentId: request.enrolmentId, week: request.week },
    });
  });
}
