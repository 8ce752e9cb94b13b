import type { BookingWindow } from "@/lib/booking/window/booking-window";
import type { ChangedCourse, ChangedLesson } from "../templates/changed-lesson-words";
import { namesInWords } from "../templates/lesson-words";
import {
  hasBecomeIndividual,
  type LessonChange,
  type LessonNow,
  type TeacherChanges,
} from "./lesson-changes";

type Names = ReadonlyMap<string, string>;

/** How a family books, as things stand. */
export type WaysToBook = {
  /** What it had booked and lost, by booking. */
  again: ReadonlyMap<string, NonNullable<ChangedCourse["book"]>>;
  /** The weeks of its students that are theirs to book. */
  weeks: readonly WeekToBook[];
};

/** Where the individual lesson of a week is booked, and when. */
export type WeekToBook = {
  studentId: string;
  courseId: string;
  week: number;
  url: string;
  window: BookingWindow;
};

/** A student's changes for the family, course by course, with the first way to book. */
export function coursesOfStudent(
  student: { id: string; name: string },
  changes: readonly LessonChange[],
  ways: WaysToBook,
): ChangedCourse[] {
  const courses = Map.groupBy(changes, ({ lesson }) => lesson.courseId);
  return [...courses.values()].map((ofCourse) => {
    const lessons = ofCourse.map((change) => {
      const toBook = hasBecomeIndividual(change) ? weekOf(ways, student.id, change.lesson) : null;
      return { change, toBook, again: ways.again.get(change.lesson.bookingId ?? "") };
    });
    const [book = null] = lessons.flatMap(({ again, toBook }) => again ?? openWeek(toBook));
    return {
      who: student.name,
      courseName: ofCourse[0]?.lesson.courseName ?? "",
      lessons: lessons.map(({ change, toBook }) => changedLesson(change, toBook?.window ?? null)),
      book,
    };
  });
}

function weekOf({ weeks }: WaysToBook, studentId: string, lesson: LessonNow): WeekToBook | null {
  const own = weeks.filter((one) => one.studentId === studentId && one.week === lesson.week);
  return own.find(({ courseId }) => courseId === lesson.courseId) ?? null;
}

function openWeek(week: WeekToBook | null): NonNullable<ChangedCourse["book"]>[] {
  if (week?.window.state !== "open") return [];
  return [{ url: week.url, until: week.window.closesAt, again: false }];
}

/** A teacher's changes course by course, individual lessons by student. */
export function coursesOfTeacher({ changes, left }: TeacherChanges, names: Names): ChangedCourse[] {
  const own = changes.map((change) => ({
    who: change.lesson.kind === "INDIVIDUAL" ? inWords(change.studentIds, names) : null,
    course: change.lesson,
    lesson: changedLesson(change, null),
  }));
  const leaving = left.map(({ studentId, lesson }) => ({
    who: inWords([studentId], names),
    course: lesson,
    lesson: changedLesson({ became: "left", before: lesson, after: lesson, lesson }, null),
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
    return [{ who, courseName: course.courseName, lessons, book: null }];
  });
}

function inWords(studentIds: readonly string[], names: Names): string | null {
  const words = namesInWords(studentIds.flatMap((id) => names.get(id) ?? []));
  return words === "" ? null : words;
}

function changedLesson(
  change: Omit<LessonChange, "studentIds">,
  window: BookingWindow | null,
): ChangedLesson {
  const { became, before, after, lesson } = change;
  const facts = { before, after, week: lesson.week, window };
  if (hasBecomeIndividual(change)) return { ...facts, became: "individual", reason: null };
  const isGroup = became === "added" && lesson.courseKind === "HYBRID";
  const reason = became === "cancelled" ? lesson.reason : null;
  return { ...facts, became: isGroup ? "group" : became, reason };
}
