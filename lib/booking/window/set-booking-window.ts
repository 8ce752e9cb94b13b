import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, isoFromInstant, type Instant } from "@/lib/time/instant";

export type SetBookingWindow = {
  courseId: CourseId;
  opensAt: Instant | null;
  closesAt: Instant | null;
};

/**
 * Plans when the families of a hybrid course may book; null opens or closes it never. Families are
 * told when it has opened (`announceDueWindows`). Throws `NotFound` and `Refusal`.
 */
export async function setBookingWindow(ctx: SchoolContext, input: SetBookingWindow): Promise<void> {
  const { courseId, opensAt, closesAt } = input;
  if (opensAt === null && closesAt !== null) throw new Refusal("window-needs-opening");
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    throw new Refusal("window-closes-before-opening");
  }
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const course = await db.course.findFirst({ where: { id: courseId, kind: "HYBRID" } });
    if (course === null) throw new NotFound();
    const opens = opensAt === null ? null : dateFromInstant(opensAt);
    const reopened = opens?.getTime() !== course.windowOpensAt?.getTime();
    await db.course.updateMany({
      where: { id: courseId },
      data: {
        windowOpensAt: opens,
        windowClosesAt: closesAt === null ? null : dateFromInstant(closesAt),
        ...(reopened && { windowAnnouncedAt: null }),
      },
    });
    await recordAudit(db, ctx, {
      action: "booking/window.set",
      subjectId: courseId,
      data: {
        opensAt: opensAt && isoFromInstant(opensAt),
        closesAt: closesAt && isoFromInstant(closesAt),
      },
    });
  });
}
