import type { CourseId, LocationId, RoomId, StudentId, TeacherId } from "@/lib/ids";
import type { Day } from "@/lib/time/day";
import { heldLessonOf, lessonDaysOf, type CourseTimes, type HeldLesson } from "./course-lessons";
import { isEnrolledOn, type EnrolmentDates } from "./enrolment-dates";
import type { WeekPlan } from "./week-plan";

/** What decides a course's fixed lessons and who is in them. */
export type FixedCourse = CourseTimes & {
  id: CourseId;
  teacherId: TeacherId;
  locationId: LocationId;
  roomId: RoomId;
  heldOn: Day | null;
  plan: WeekPlan;
  enrolments: readonly (EnrolmentDates & { studentId: StudentId })[];
};

export type FixedLesson = HeldLesson & { studentIds: string[] };

/** Every fixed lesson that a course has by its weekday, time and week plan, with who is enrolled then. */
export function fixedLessonsOf(course: FixedCourse): FixedLesson[] {
  const lessons =
    course.heldOn === null
      ? lessonDaysOf(course, course.plan)
      : heldLessonOf(course, course.heldOn);
  return lessons.map((lesson) => ({
    ...lesson,
    studentIds: course.enrolments
      .filter((enrolment) => isEnrolledOn(enrolment, lesson.day))
      .map(({ studentId }): string => studentId),
  }));
}

/** Where and by whom a course's fixed lessons are given. */
export type LessonPlace = ReturnType<typeof placeOfLessons>;

export function placeOfLessons({ id, course, teacherId, locationId, roomId }: FixedCourse) {
  const kind = course.kind === "INDIVIDUAL" ? ("INDIVIDUAL" as const) : ("GROUP" as const);
  return { courseId: id, kind, teacherId, locationId, roomId };
}

/** What a course has one fixed lesson of: a week, and a workshop has one at all. */
export function lessonSlot({ heldOn }: FixedCourse, week: number | null): number | null {
  return heldOn === null ? week : null;
}
