import type { ChangedCourse, ChangedLesson } from "../templates/changed-lesson-words";
import { namesInWords } from "../templates/lesson-words";
import type { LessonChange, TeacherChanges } from "./lesson-changes";

type Names = ReadonlyMap<string, string>;
type Link = ChangedCourse["rebook"];

/** A student's changes for the family, course by course, with the first way to book again. */
export function coursesOfStudent(
  who: string,
  changes: readonly LessonChange[],
  links: ReadonlyMap<string, NonNullable<Link>>,
): ChangedCourse[] {
  const courses = Map.groupBy(changes, ({ lesson }) => lesson.courseId);
  return [...courses.values()].map((ofCourse) => ({
    who,
    courseName: ofCourse[0]?.lesson.courseName ?? "",
    lessons: ofCourse.map(changedLesson),
    rebook: firstLink(ofCourse, links),
  }));
}

function firstLink(
  changes: readonly LessonChange[],
  links: ReadonlyMap<string, NonNullable<Link>>,
) {
  const [link] = changes.flatMap(({ lesson }) => links.get(lesson.bookingId ?? "") ?? []);
  return link ?? null;
}

/** A teacher's changes course by course, individual lessons by student. */
export function coursesOfTeacher({ changes, left }: TeacherChanges, names: Names): ChangedCourse[] {
  const own = changes.map((change) => ({
    who: change.lesson.kind === "INDIVIDUAL" ? inWords(change.studentIds, names) : null,
    course: change.lesson,
    lesson: changedLesson(change),
  }));
  const leaving = left.map(({ studentId, lesson }) => ({
    who: inWords([studentId], names),
    course: lesson,
    lesson: { became: "left", before: lesson, after: lesson, reason: null } as const,
  }));
  const courses = Map.groupBy(
    [...own, ...leaving],
    ({ who, course }) => `${course.courseId} ${who ?? ""}`,
  );
  return [...courses.values()].flatMap((ofCourse) => {
    const [first] = ofCourse;
    if (first === undefined) return [];
    const { who, course } = first;
    const lessons = ofCourse.map(({ lesson }): ChangedLesson => lesson);
    return [{ who, courseName: course.courseName, lessons, rebook: null }];
  });
}

function inWords(studentIds: readonly string[], names: Names): string | null {
  const words = namesInWords(studentIds.flatMap((id) => names.get(id) ?? []));
  return words === "" ? null : words;
}

function changedLesson({ became, before, after, lesson }: LessonChange): ChangedLesson {
  return { became, before, after, reason: became === "cancelled" ? lesson.reason : null };
}
