import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { bookingWindow, windowFactsOf } from "./booking-window";

/** Closes an open booking window by hand, from now. Throws `NotFound` and `Refusal`. */
export async function closeBookingWindow(
  ctx: SchoolContext,
  { courseId }: { courseId: CourseId },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const course = await db.course.findFirst({ where: { id: courseId, kind: "HYBRID" } });
    if (course === null) throw new NotFound();
    if (bookingWindow(windowFactsOf(course), ctx.now).state !== "open") {
      throw new Refusal("window-not-open");
    }
    await db.course.updateMany({
      where: { id: courseId },
      data: { windowClosesAt: dateFromInstant(ctx.now) },
    });
    await recordAudit(db, ctx, { action: "booking/window.closed", subjectId: courseId, data: {} });
  });
}
