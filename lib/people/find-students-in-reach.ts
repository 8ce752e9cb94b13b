import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { reachOf, studentsInReach } from "./reach";

/**
 * The students whose things an actor is shown, as a `where` on `studentId`; a guardian who learns in
 * another family sees their own as well (and changes only the children's: `studentsInReach`). What
 * belongs to known students is read by index, what belongs to the students of a guardian by looking
 * at all of the school.
 */
export async function findStudentsInReach(
  db: Db,
  ctx: SchoolContext,
): Promise<{ studentId?: { in: string[] } }> {
  const reach = reachOf(ctx);
  if (reach.kind === "school") return {};
  const found = await db.student.findMany({ where: studentsInReach(reach), select: { id: true } });
  return { studentId: { in: [...found.map(({ id }) => id), ...ownId(ctx)] } };
}

function ownId({ actor }: SchoolContext): string[] {
  return actor.kind === "member" && actor.roles.includes("STUDENT") ? [actor.personId] : [];
}
