import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { windowOpened } from "../events";
import { actorIdOf } from "../get-booking-facts";

/**
 * Opens a course's booking window by hand, from now; an end that lies ahead stays. Families are
 * told. Open already: nothing happens, and false. Throws `NotFound` and `Refusal`.
 */
export async function openBookingWindow(
  ctx: SchoolContext,
  { courseId }: { courseId: CourseId },
): Promise<boolean> {
  const now = dateFromInstant(ctx.now);
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const course = await db.course.findFirst({
      where: { id: courseId, kind: "HYBRID" },
      include: { _count: { select: { weeks: true } } },
    });
    if (course === null) throw new NotFound();
    if (course._count.weeks === 0) throw new Refusal("no-week-plan");
    const { windowOpensAt, windowClosesAt } = course;
    const endsAhead = windowClosesAt !== null && windowClosesAt > now;
    const isOpen =
      windowOpensAt !== null && windowOpensAt <= now && (windowClosesAt === null || endsAhead);
    if (isOpen && course.windowAnnouncedAt !== null) return false;
    await db.course.updateMany({
      where: { id: courseId },
      data: {
        windowOpensAt: isOpen ? windowOpensAt : now,
        windowClosesAt: endsAhead ? windowClosesAt : null,
        windowAnnouncedAt: now,
      },
    });
    const data = { courseId, actorId: actorIdOf(ctx) };
    await record(db, ctx, { event: windowOpened, subjectId: courseId, data });
    return true;
  });
}
