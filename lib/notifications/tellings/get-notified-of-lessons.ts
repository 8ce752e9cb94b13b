import type { SchoolContext } from "@/lib/school-context";
import { getNotified } from "./get-notified";
import type { Notified } from "./notified";

/** Whose individual lesson it is, and who teaches it. */
export type IndividualLesson = { studentId: string; teacherId: string };

const KINDS = {
  booked: { family: "booking-confirmed", teacher: "teacher-lesson-booked" },
  moved: { family: "booking-moved", teacher: "teacher-lesson-moved" },
  cancelled: { family: "booking-cancelled", teacher: "teacher-lesson-cancelled" },
} as const;

/** Who is notified when individual lessons are booked, moved or cancelled. */
export async function getNotifiedOfLessons(
  ctx: SchoolContext,
  what: keyof typeof KINDS,
  lessons: readonly IndividualLesson[],
): Promise<Notified> {
  const { family, teacher } = KINDS[what];
  return getNotified(ctx, [
    { kind: family, studentIds: lessons.map(({ studentId }) => studentId) },
    { kind: teacher, teacherIds: lessons.map(({ teacherId }) => teacherId) },
  ]);
}
