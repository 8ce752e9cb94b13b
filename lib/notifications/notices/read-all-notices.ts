import { actorIdOf } from "@/lib/booking/get-booking-facts";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, parseInstant } from "@/lib/time/instant";

/**
 * Marks as read all that this person had been told when they looked; what has come meanwhile stays
 * unread. `seenAt` in ISO 8601.
 */
export async function readAllNotices(
  ctx: SchoolContext,
  { seenAt }: { seenAt: string },
): Promise<void> {
  const personId = actorIdOf(ctx);
  const seen = parseInstant(seenAt);
  if (personId === null || seen === null) return;
  const where = { personId, readAt: null, createdAt: { lte: dateFromInstant(seen) } };
  const readAt = dateFromInstant(ctx.now);
  await inSchool(ctx, (db) => db.notice.updateMany({ where, data: { readAt } }));
}
