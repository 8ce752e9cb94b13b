import { seedEnrolment, type SeededCourse } from "./seed-courses";
import type { SeededStudent } from "./seed-families";
import type { Seeding } from "./seeding";

type Taken = Map<SeededStudent, Set<number>>;

/** Bands and workshops are what a student does besides a course. */
const BESIDES = new Set(["BAND", "ONE_OFF"]);

/** Fills the courses with students of the right age, each in one course, bands with those who play. */
export async function seedEnrolments(
  seeding: Seeding,
  courses: readonly SeededCourse[],
  students: readonly SeededStudent[],
): Promise<void> {
  const taken: Taken = new Map();
  for (const course of courses) {
    for (const { student } of course.enrolments) take(taken, course, student);
  }
  const free = students.filter((student) => !taken.has(student));
  for (const course of courses.filter(({ plan }) => !BESIDES.has(plan.kind))) {
    for (const student of choose(course, free, taken)) {
      free.splice(free.indexOf(student), 1);
      take(taken, course, student);
      await seedEnrolment(seeding, course, student);
    }
  }
  for (const course of courses.filter(({ plan }) => BESIDES.has(plan.kind))) {
    for (const student of choose(course, students, taken)) {
      take(taken, course, student);
      await seedEnrolment(seeding, course, student);
    }
  }
}

function choose(course: SeededCourse, from: readonly SeededStudent[], taken: Taken) {
  const { plan, enrolments } = course;
  const fit = from.filter(
    (student) =>
      plan.ages[0] <= student.age &&
      student.age <= plan.ages[1] &&
      !taken.get(student)?.has(plan.weekday) &&
      (taken.get(student)?.size ?? 0) < 2,
  );
  return fit.slice(0, Math.max(0, plan.students - enrolments.length));
}

function take(taken: Taken, { plan }: SeededCourse, student: SeededStudent): void {
  const weekdays = taken.get(student) ?? new Set();
  taken.set(student, weekdays.add(plan.weekday));
}
