import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { setBookingWindow } from "@/lib/booking/window/set-booking-window";
import type { CourseId, EnrolmentId } from "@/lib/ids";
import { createCourse } from "@/lib/scheduling/create-course";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import { addDays } from "@/lib/time/day";
import { dayIn, type SeedTerm } from "./calendar";
import type { PlannedCourse, PlannedHybrid } from "./course-plan";
import type { SeededStudent } from "./seed-families";
import { known, type Places } from "./seed-places";
import { at, momentOf, type Seeding } from "./seeding";

export type SeededEnrolment = { id: EnrolmentId; student: SeededStudent };
export type SeededCourse = {
  id: CourseId;
  plan: PlannedCourse;
  term: SeedTerm;
  enrolments: SeededEnrolment[];
};

const KINDS: Readonly<Record<string, WeekKind>> = { G: "GROUP", I: "INDIVIDUAL", "-": "NONE" };
const DAYS_BEFORE_TERM = { course: 35, plan: 30, enrolments: 25 } as const;

/** A course of a term with its week plan and booking window, without students. */
export async function seedCourse(
  seeding: Seeding,
  places: Places,
  { plan, term }: { plan: PlannedCourse; term: SeedTerm },
): Promise<SeededCourse> {
  const ctx = at(seeding, addDays(term.startsOn, -DAYS_BEFORE_TERM.course), "09:30");
  const oneOff = plan.kind === "ONE_OFF";
  const id = await createCourse(ctx, {
    acceptOutside: true,
    termId: known(places.terms, term),
    kind: plan.kind,
    name: plan.name,
    instrument: plan.instrument,
    teacherId: known(places.teachers, plan.teacher),
    roomId: known(places.rooms, plan.room),
    weekday: oneOff ? null : plan.weekday,
    heldOn: oneOff ? dayIn(term, 4, plan.weekday) : null,
    startTime: plan.start,
    groupMinutes: plan.minutes,
    lessonMinutes: plan.hybrid?.lessonMinutes ?? null,
    slotStepMinutes: plan.hybrid?.slotStep ?? null,
    capacity: plan.capacity,
    groupPriceMinor: plan.groupPrice ?? null,
    lessonPriceMinor: plan.hybrid?.lessonPrice ?? null,
  });
  if (plan.hybrid) await seedWeekPlan(seeding, { id, hybrid: plan.hybrid, term });
  return { id, plan, term, enrolments: [] };
}

type HybridOfTerm = { id: CourseId; hybrid: PlannedHybrid; term: SeedTerm };

async function seedWeekPlan(seeding: Seeding, { id, hybrid, term }: HybridOfTerm): Promise<void> {
  if (hybrid.plan === "") return;
  const ctx = at(seeding, addDays(term.startsOn, -DAYS_BEFORE_TERM.plan), "10:00");
  const plan = [...hybrid.plan].map((letter, index) => ({
    week: index + 1,
    kind: KINDS[letter] ?? "NONE",
  }));
  await changeWeekPlan(ctx, { basedOn: AS_IT_STANDS, courseId: id, plan });
  if (!hybrid.window) return;
  const { opens, closes } = hybrid.window;
  await setBookingWindow(ctx, {
    basedOn: AS_IT_STANDS,
    courseId: id,
    opensAt: momentOf(ctx, dayIn(term, ...opens), "09:00"),
    closesAt: momentOf(ctx, dayIn(term, ...closes), "20:00"),
  });
}

export async function seedEnrolment(
  seeding: Seeding,
  course: SeededCourse,
  student: SeededStudent,
): Promise<void> {
  const { term, id: courseId } = course;
  const ctx = at(seeding, addDays(term.startsOn, -DAYS_BEFORE_TERM.enrolments), "12:00");
  const input = { courseId, studentId: student.id, startsOn: term.startsOn };
  course.enrolments.push({ id: await enrolStudent(ctx, input), student });
}
