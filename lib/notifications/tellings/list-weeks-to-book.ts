import { listFamilyEnrolments } from "@/lib/booking/list-family-enrolments";
import type { CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { WeekToBook } from "../lesson-changes/changed-courses";
import { familyUrl } from "./load-booking-mail-facts";

/** The individual weeks of courses that are still to book, whether or not they can be booked now. */
export async function listWeeksToBook(
  ctx: SchoolContext,
  courseIds: ReadonlySet<string>,
): Promise<WeekToBook[]> {
  const found: WeekToBook[] = [];
  for (const courseId of courseIds) {
    const enrolments = await listFamilyEnrolments(ctx, { courseId: courseId as CourseId });
    for (const { id, studentId, weeks, window } of enrolments) {
      for (const { week } of weeks.filter(({ status }) => status === "to-book")) {
        const url = familyUrl(ctx, `book/${id}?week=${week}`);
        found.push({ studentId, courseId, week, url, window });
      }
    }
  }
  return found;
}
