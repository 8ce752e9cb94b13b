import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { AvailabilityId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate } from "@/lib/time/day";
import { beginScheduleChange } from "./begin-schedule-change";
import { oweOpenTimes } from "./owe-open-times";

/** Takes back a dated extra or block with all its days. Cancels nothing; the teacher is told. Throws `NotFound`. */
export async function removeAvailabilityException(
  ctx: SchoolContext,
  { exceptionId }: { exceptionId: AvailabilityId },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const where = { entryId: exceptionId };
    const [first, ...others] = await db.availabilityException.findMany({
      where,
      orderBy: { heldOn: "asc" },
    });
    if (first === undefined) throw new NotFound();
    await db.availabilityException.deleteMany({ where });
    const on = dayFromDate(first.heldOn);
    const until = dayFromDate((others.at(-1) ?? first).heldOn);
    await recordAudit(db, ctx, {
      action: "scheduling/availability-exception.removed",
      subjectId: first.teacherId,
      data: { id: exceptionId, kind: first.kind, on, until },
    });
    await oweOpenTimes(db, ctx, { teacherId: first.teacherId, days: { on, until } });
  });
}
