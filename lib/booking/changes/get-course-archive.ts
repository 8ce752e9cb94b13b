import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { loadCourse } from "@/lib/scheduling/load-course";
import type { SchoolContext } from "@/lib/school-context";
import { findCourseAhead, type CourseAhead } from "./find-course-ahead";

/** What stands in the way of `archiveCourse` now, or would be cancelled, by the same engine. */
export async function getCourseArchive(
  ctx: SchoolContext,
  courseId: CourseId,
): Promise<CourseAhead> {
  return inSchool(ctx, async (db) => findCourseAhead(db, ctx, await loadCourse(db, ctx, courseId)));
}
