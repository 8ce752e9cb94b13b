import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dateFromInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";

const MOST_NAMED = 5;

/**
 * The courses for which a room or a teacher is still needed, named for a sentence: those that are not
 * over, whether or not their lessons exist yet, and those with a lesson ahead. Null when there are none.
 */
export async function findCoursesAhead(
  db: Db,
  ctx: SchoolContext,
  needed: { roomId: string } | { teacherId: string },
): Promise<string | null> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const ahead = { cancelledAt: null, endsAt: { gt: dateFromInstant(ctx.now) } };
  const courses = await db.course.findMany({
    where: {
      OR: [
        { ...needed, archivedAt: null, heldOn: null, term: { endsOn: { gte: today } } },
        { ...needed, archivedAt: null, heldOn: { gte: today } },
        { lessons: { some: { ...needed, ...ahead } } },
      ],
    },
    select: { name: true, term: { select: { name: true } } },
    orderBy: [{ term: { startsOn: "asc" } }, { name: "asc" }],
  });
  if (courses.length === 0) return null;
  const names = courses.slice(0, MOST_NAMED).map(({ name, term }) => `${name} (${term.name})`);
  const more = courses.length - names.length;
  return (more > 0 ? [...names, `${more} more`] : names).join(", ");
}
