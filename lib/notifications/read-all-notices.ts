import { actorIdOf } from "@/lib/booking/get-booking-facts";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

/** Marks all that this person has been told until now as read; what comes meanwhile stays unread. */
export async function readAllNotices(ctx: SchoolContext): Promise<void> {
  const personId = actorIdOf(ctx);
  if (personId === null) return;
  const now = dateFromInstant(ctx.now);
  const where = { personId, readAt: null, createdAt: { lte: now } };
  await inSchool(ctx, (db) => db.notice.updateMany({ where, data: { readAt: now } }));
}
