import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { redrive } from "@/lib/events/redrive";
import type { OutboxEventId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

/** Has an event of the school sent again with all that it still owes. Throws `NotFound` and `Refusal`. */
export async function redriveEvent(
  ctx: SchoolContext,
  { eventId }: { eventId: OutboxEventId },
): Promise<void> {
  const { schoolId } = ctx;
  await inSchool(ctx, async (db) => {
    const [again] = await redrive(db, [{ schoolId, eventId }], ctx.now);
    if (again === undefined) {
      const known = await db.outboxEvent.count({ where: { id: eventId } });
      throw known === 0 ? new NotFound() : new Refusal("job-already-done");
    }
    const { name } = again;
    const action = "events/event.redriven";
    await recordAudit(db, ctx, { action, subjectId: eventId, data: { name } });
  });
}
