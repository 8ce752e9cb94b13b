import { actorIdOf } from "@/lib/booking/get-booking-facts";
import { inSchool } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

/**
 * Marks a notice as read, the first time for ever, and says where it leads below the school's
 * address; null leads nowhere. Throws `NotFound` for a notice of anybody else.
 */
export async function readNotice(
  ctx: SchoolContext,
  { noticeId }: { noticeId: string },
): Promise<string | null> {
  const personId = actorIdOf(ctx);
  if (personId === null) throw new NotFound();
  return inSchool(ctx, async (db) => {
    const where = { id: noticeId, personId };
    const notice = await db.notice.findFirst({ where, select: { path: true } });
    if (notice === null) throw new NotFound();
    const data = { readAt: dateFromInstant(ctx.now) };
    await db.notice.updateMany({ where: { ...where, readAt: null }, data });
    return notice.path;
  });
}
