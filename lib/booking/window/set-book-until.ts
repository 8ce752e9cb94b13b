import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, isoFromInstant, type Instant } from "@/lib/time/instant";

/** Lets one enrolment book later than the course's window; null takes it back. Throws `NotFound`. */
export async function setBookUntil(
  ctx: SchoolContext,
  { enrolmentId, bookUntil }: { enrolmentId: EnrolmentId; bookUntil: Instant | null },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const { count } = await db.enrolment.updateMany({
      where: { id: enrolmentId, courseKind: "HYBRID" },
      data: { bookUntil: bookUntil === null ? null : dateFromInstant(bookUntil) },
    });
    if (count === 0) throw new NotFound();
    await recordAudit(db, ctx, {
      action: "booking/book-until.set",
      subjectId: enrolmentId,
      data: { bookUntil: bookUntil === null ? null : isoFromInstant(bookUntil) },
    });
  });
}
