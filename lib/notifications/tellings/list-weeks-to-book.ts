import { listFamilyEnrolments } from "@/lib/booking/list-family-enrolments";
import type { CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { WaysToBook, WeekToBook } from "../lesson-changes/changed-courses";
import { hasBecomeIndividual } from "../lesson-changes/lesson-changes";
import type { ChangedPerson } from "./load-changed-people";
import { familyUrl } from "./load-booking-mail-facts";

/** Where the individual lessons are booked that group lessons have become; null where none is owed. */
export async function listWeeksToBook(
  ctx: SchoolContext,
  people: readonly ChangedPerson[],
): Promise<WaysToBook["weekOf"]> {
  const changes = people.flatMap(({ learning }) => [...learning.values()].flat());
  const courseIds = new Set(
    changes.filter(hasBecomeIndividual).map(({ lesson }) => lesson.courseId),
  );
  const found = new Map<string, WeekToBook>();
  for (const courseId of courseIds) {
    const enrolments = await listFamilyEnrolments(ctx, { courseId: courseId as CourseId });
    for (const { id, studentId, weeks, window } of enrolments) {
      for (const { week } of weeks.filter(({ status }) => status === "to-book")) {
        const url = familyUrl(ctx, `book/${id}?week=${week}`);
        found.set(`${studentId} ${courseId} ${week}`, { url, window });
      }
    }
  }
  return (studentId, { courseId, week }) => found.get(`${studentId} ${courseId} ${week}`) ?? null;
}
