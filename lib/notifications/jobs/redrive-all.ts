import { inSchool } from "@/lib/db/in-school";
import { readOwedWork } from "@/lib/events/read-owed-work";
import { recordAudit } from "@/lib/events/record";
import { MOST_REDRIVEN, redrive } from "@/lib/events/redrive";
import type { SchoolContext } from "@/lib/school-context";

/** Has all that fails or is parked in the school sent again, the newest thousand. Returns how many events. */
export async function redriveAll(
  ctx: SchoolContext,
  { state }: { state: "failing" | "parked" },
): Promise<number> {
  const { schoolId, now } = ctx;
  const page = { state, most: MOST_REDRIVEN, skip: 0 };
  return inSchool(ctx, async (db) => {
    const { rows } = await readOwedWork(db, { schoolId, now, page });
    const again = await redrive(db, rows, now);
    if (again.length === 0) return 0;
    const data = { state, eventIds: again.map(({ eventId }) => eventId) };
    const action = "events/all.redriven";
    await recordAudit(db, ctx, { action, subjectId: schoolId, data });
    return again.length;
  });
}
