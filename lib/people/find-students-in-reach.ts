import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { reachOf, studentsInReach } from "./reach";

/**
 * The students an actor reaches, as a `where` on `studentId`: what belongs to known students is read by
 * index, what belongs to the students of a guardian by looking at all of the school.
 */
export async function findStudentsInReach(
  db: Db,
  ctx: SchoolContext,
): Promise<{ studentId?: { in: string[] } }> {
  const reach = reachOf(ctx);
  if (reach.kind === "school") return {};
  const found = await db.student.findMany({ where: studentsInReach(reach), select: { id: true } });
  return { studentId: { in: found.map(({ id }) => id) } };
}
