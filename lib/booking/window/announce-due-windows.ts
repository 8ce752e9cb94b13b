import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { windowOpened } from "../events";

/**
 * Tells families of the windows that have opened by their plan since the last time, once there is a
 * week plan, so that there is something to book; each window once, however often and by however many this runs. Returns how many were announced.
 */
export async function announceDueWindows(ctx: SchoolContext): Promise<number> {
  const now = dateFromInstant(ctx.now);
  return inSchool(ctx, async (db) => {
    const due = {
      kind: "HYBRID" as const,
      archivedAt: null,
      weeks: { some: {} },
      windowAnnouncedAt: null,
      windowOpensAt: { lte: now },
      OR: [{ windowClosesAt: null }, { windowClosesAt: { gt: now } }],
    };
    const courses = await db.course.findMany({ where: due, select: { id: true } });
    let announced = 0;
    for (const { id } of courses) {
      const { count } = await db.course.updateMany({
        where: { ...due, id },
        data: { windowAnnouncedAt: now },
      });
      if (count === 0) continue;
      await record(db, ctx, { event: windowOpened, subjectId: id, data: { courseId: id } });
      announced += 1;
    }
    return announced;
  });
}
