import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { loadDeskCourses } from "../desk/load-desk-courses";
import { readSupply } from "./read-supply";
import type { SupplyOfWeek } from "./supply-check";

/** Whether the booking of one course can work out, week by week. Throws `NotFound`. */
export async function getBookingSupply(
  ctx: SchoolContext,
  courseId: CourseId,
): Promise<SupplyOfWeek[]> {
  const [course] = await inSchool(ctx, (db) => loadDeskCourses(db, ctx, { id: courseId }));
  if (course === undefined) throw new NotFound();
  return (await readSupply(ctx, [course])).get(courseId) ?? [];
}
