import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { findLastChange } from "@/lib/people/settle-save";
import { NotFound } from "@/lib/refusal";
import type { CourseDays } from "@/lib/scheduling/closures";
import { isEnrolledOn } from "@/lib/scheduling/enrolment-dates";
import { loadCourse } from "@/lib/scheduling/load-course";
import { changeableWeeks } from "@/lib/scheduling/week-plan-change";
import { plannedWeeks, type PlannedWeek, type WeekPlan } from "@/lib/scheduling/week-plan";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";
import { PLAN_CHANGED } from "./shown-plan";

export type EditableWeek = PlannedWeek & {
  changeable: boolean;
  /** Live bookings owed for the week, of as many students. */
  booked: number;
  students: number;
};

export type EarlierPlan = { courseId: CourseId; label: string; plan: WeekPlan };

export type WeekPlanView = {
  courseId: CourseId;
  courseName: string;
  hasPlan: boolean;
  /** "Alice Chen changed this 2 minutes ago". */
  lastChange: string;
  plan: WeekPlan;
  weeks: EditableWeek[];
  /** What the editor needs to count a plan that is not stored yet. */
  days: CourseDays;
  earlier: EarlierPlan[];
};

/** The week plan of a hybrid course as the editor shows it. Throws `NotFound`. */
export async function getWeekPlan(ctx: SchoolContext, courseId: CourseId): Promise<WeekPlanView> {
  return inSchool(ctx, async (db) => {
    const course = await loadCourse(db, ctx, courseId);
    if (course.course.kind !== "HYBRID") throw new NotFound();
    const { plan, term, closures } = course;
    const changeable = changeableWeeks(plan, course, dayAt(ctx.now, ctx.school.timeZone));
    const booked = await bookingsByWeek(db, courseId);
    return {
      courseId,
      courseName: course.name,
      hasPlan: plan.length > 0,
      lastChange: await findLastChange(db, ctx, { subjectId: courseId, actions: [PLAN_CHANGED] }),
      plan,
      weeks: plannedWeeks(plan, course).map((planned) => ({
        ...planned,
        changeable: changeable.includes(planned.week),
        booked: booked.get(planned.week) ?? 0,
        students: course.enrolments.filter((one) => isEnrolledOn(one, planned.day)).length,
      })),
      days: {
        school: { weekStart: course.school.weekStart },
        term,
        course: { weekday: course.course.weekday, locationId: course.locationId },
        closures,
      },
      earlier: await earlierPlans(db, { name: course.name, before: dateFromDay(term.startsOn) }),
    };
  });
}

async function bookingsByWeek(db: Db, courseId: CourseId): Promise<Map<number, number>> {
  const rows = await db.booking.groupBy({
    by: ["week"],
    where: { enrolment: { courseId }, state: { not: "CANCELLED" } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.week, row._count._all]));
}

/** Plans of earlier terms, the same course's name first, the latest first. */
async function earlierPlans(
  db: Db,
  course: { name: string; before: Date },
): Promise<EarlierPlan[]> {
  const rows = await db.course.findMany({
    where: {
      kind: "HYBRID",
      term: { startsOn: { lt: course.before } },
      weeks: { some: {} },
    },
    select: {
      id: true,
      name: true,
      term: { select: { name: true } },
      weeks: { orderBy: { week: "asc" }, select: { week: true, kind: true } },
    },
    orderBy: [{ term: { startsOn: "desc" } }, { name: "asc" }],
    take: 40,
  });
  const ours = rows.filter((row) => row.name === course.name);
  const others = rows.filter((row) => row.name !== course.name);
  return [...ours, ...others].map((row) => ({
    courseId: row.id as CourseId,
    label: `${row.name}, ${row.term.name}`,
    plan: row.weeks,
  }));
}
