import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { AvailabilityId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate } from "@/lib/time/day";
import { beginScheduleChange } from "./begin-schedule-change";

/** Takes back a dated extra or block. Cancels nothing. Throws `NotFound`. */
export async function removeAvailabilityException(
  ctx: SchoolContext,
  { exceptionId }: { exceptionId: AvailabilityId },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const exception = await db.availabilityException.findFirst({ where: { id: exceptionId } });
    if (exception === null) throw new NotFound();
    await db.availabilityException.deleteMany({ where: { id: exceptionId } });
    await recordAudit(db, ctx, {
      action: "scheduling/availability-exception.removed",
      subjectId: exception.teacherId,
      data: { id: exceptionId, kind: exception.kind, on: dayFromDate(exception.heldOn) },
    });
  });
}
