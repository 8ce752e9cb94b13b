import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { loadCourse } from "@/lib/scheduling/load-course";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import type { SchoolContext } from "@/lib/school-context";
import { findPlanLosses, type PlanLosses } from "./find-plan-losses";

/** What `changeWeekPlan` would do now, by the same engine. Throws `NotFound` and `Refusal`. */
export async function getWeekPlanPreview(
  ctx: SchoolContext,
  { courseId, plan }: { courseId: CourseId; plan: WeekPlan },
): Promise<PlanLosses> {
  return inSchool(ctx, async (db) => {
    const course = await loadCourse(db, ctx, courseId);
    if (course.course.kind !== "HYBRID") throw new NotFound();
    return findPlanLosses(db, ctx, { course, after: plan });
  });
}
