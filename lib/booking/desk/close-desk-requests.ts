import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { actorIdOf } from "../get-booking-facts";

/** What a family asked about a week is dealt with once that week is booked or moved for them. */
export async function closeDeskRequests(
  ctx: SchoolContext,
  { enrolmentId, week }: { enrolmentId: EnrolmentId; week: number },
): Promise<{ closed: number }> {
  return inSchool(ctx, async (db) => {
    const open = { enrolmentId, week, resolvedAt: null };
    const found = await db.deskRequest.findMany({ where: open, select: { id: true } });
    for (const { id } of found) {
      const { count } = await db.deskRequest.updateMany({
        where: { id, resolvedAt: null },
        data: { resolvedAt: dateFromInstant(ctx.now), resolvedById: actorIdOf(ctx) },
      });
      if (count === 0) continue;
      await recordAudit(db, ctx, {
        action: "booking/desk-request.resolved",
        subjectId: id,
        data: { enrolmentId, week },
      });
    }
    return { closed: found.length };
  });
}
