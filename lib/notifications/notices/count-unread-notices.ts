import { actorIdOf } from "@/lib/booking/get-booking-facts";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";

/** Nobody needs to know of more: the bell says "9+". */
const MOST_COUNTED = 10;

/** How many notices this person has not read, up to ten. */
export async function countUnreadNotices(ctx: SchoolContext): Promise<number> {
  const personId = actorIdOf(ctx);
  if (personId === null) return 0;
  const where = { personId, readAt: null };
  return inSchool(ctx, (db) => db.notice.count({ where, take: MOST_COUNTED }));
}
