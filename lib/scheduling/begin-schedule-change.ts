import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";

/**
 * The first statement of every transaction in which an admin changes the schedule: alone in the
 * school until commit, and bookings decided on the older schedule are decided again.
 */
export async function beginScheduleChange(db: Db, ctx: SchoolContext): Promise<void> {
  await db.$executeRaw`SELECT begin_schedule_change(${ctx.schoolId}::uuid)`;
}
