import { askSchool } from "@/lib/booking/ask-school";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import { dayIn } from "./calendar";
import type { PlannedCourse } from "./course-plan";
import { CURRENT_COURSES, EARLIER_COURSES, NEXT_COURSES } from "./music-n-me-plan";
import { seedBooking, seedBookings } from "./seed-bookings";
import { seedCourse, seedEnrolment, type SeededCourse } from "./seed-courses";
import { seedEnrolments } from "./seed-enrolments";
import type { SeededFamily, SeededStudent } from "./seed-families";
import type { Places } from "./seed-places";
import { asGuardian, at, momentOf, type Seeding } from "./seeding";

type Learners = { families: readonly SeededFamily[]; mia: SeededStudent; noah: SeededStudent };

/** The courses of the last, the present and the next term, with students and bookings. */
export async function seedMusicCourses(
  seeding: Seeding,
  places: Places,
  learners: Learners,
): Promise<void> {
  const { earlier, current, next } = seeding.calendar;
  const last = earlier.at(-1) ?? current;
  const students = learners.families.flatMap((family) => family.students);
  for (const [term, plans] of [
    [last, EARLIER_COURSES],
    [current, CURRENT_COURSES],
    [next, NEXT_COURSES],
  ] as const) {
    const courses: SeededCourse[] = [];
    for (const plan of plans) courses.push(await seedCourse(seeding, places, { plan, term }));
    await seedDemoChildren(seeding, courses, learners);
    await seedEnrolments(seeding, courses, students);
    for (const course of courses) await seedBookings(seeding, course);
    if (term === current) await seedLooseEnds(seeding, courses, students);
  }
}

async function seedDemoChildren(
  seeding: Seeding,
  courses: readonly SeededCourse[],
  { mia, noah }: Learners,
): Promise<void> {
  for (const course of courses.filter(({ plan }) => plan.students > 0)) {
    if (course.plan.name === "Piano Foundation 1") await seedEnrolment(seeding, course, mia);
    if (course.plan.name === "Guitar Group") await seedEnrolment(seeding, course, noah);
    if (course.plan.name === "The Rockets") await seedEnrolment(seeding, course, noah);
  }
}

/** What a booking desk sees in a real week: more bookings, a cancelled one, a question, a late joiner. */
async function seedLooseEnds(
  seeding: Seeding,
  courses: readonly SeededCourse[],
  students: readonly SeededStudent[],
): Promise<void> {
  const named = (name: PlannedCourse["name"]) => courses.filter(({ plan }) => plan.name === name);
  for (const course of named("Piano Foundation 1")) {
    for (const enrolment of course.enrolments.slice(1, 3)) {
      await seedBooking(seeding, { course, enrolment, week: 8 });
    }
  }
  for (const course of named("Guitar Starters")) await cancelOne(seeding, course);
  for (const course of named("Keys Club")) await askOnce(seeding, course);
  const enrolled = new Set(
    courses.flatMap((each) => each.enrolments.map(({ student }) => student)),
  );
  const late = students.find((student) => !enrolled.has(student) && student.age > 5);
  for (const course of named("Drum Basics")) if (late) await joinLate(seeding, course, late);
}

async function cancelOne(seeding: Seeding, course: SeededCourse): Promise<void> {
  const [, enrolment] = course.enrolments.slice(-2);
  if (!enrolment) return;
  const bookingId = await seedBooking(seeding, { course, enrolment, week: 9 });
  if (bookingId === null) return;
  const then = at(seeding, dayIn(seeding.calendar.current, 1, 7), "19:30");
  const family = asGuardian(then, enrolment.student.guardianId);
  await cancelBooking(family, {
    shown: "as-it-is",
    bookingId,
    requestKey: null,
    note: "We are away that week.",
  });
}

async function askOnce(seeding: Seeding, course: SeededCourse): Promise<void> {
  const enrolment = course.enrolments.at(-1);
  if (!enrolment) return;
  const then = at(seeding, dayIn(seeding.calendar.current, 1, 7), "20:10");
  const message = "Mondays no longer work for us. Is there any other afternoon that week?";
  const family = asGuardian(then, enrolment.student.guardianId);
  await askSchool(family, { enrolmentId: enrolment.id, week: 4, message });
}

/** Joined after the window closed: may book until a day of their own. */
async function joinLate(
  seeding: Seeding,
  course: SeededCourse,
  student: SeededStudent,
): Promise<void> {
  const { current } = seeding.calendar;
  const then = at(seeding, dayIn(current, 1, 7), "17:00");
  await enrolStudent(then, {
    courseId: course.id,
    studentId: student.id,
    startsOn: dayIn(current, 2, 1),
    bookUntil: momentOf(then, dayIn(current, 3, 7), "20:00"),
  });
}
