import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { lessonDaysOf, type CourseLesson } from "@/lib/scheduling/course-lessons";
import { isEnrolledOn } from "@/lib/scheduling/enrolment-dates";
import { findClashes, type Clash } from "@/lib/scheduling/find-clashes";
import type { LoadedCourse } from "@/lib/scheduling/load-course";
import { checkPlanChange, diffPlan, type WeekChange } from "@/lib/scheduling/week-plan-change";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { confirmationOf, findFixedLessons, findLostBookings } from "./find-lost-lessons";
import type { LostBooking, LostLesson } from "./lost-lessons";

type NewGroupLesson = CourseLesson & {
  teacherId: string;
  studentIds: string[];
  resourceIds: string[];
};

/** What a change of a week plan does, before it is done. */
export type PlanLosses = {
  changes: WeekChange[];
  /** Booked lessons of families that would be cancelled: of the course's own weeks, or in the way of a new group lesson. */
  lostBookings: LostBooking[];
  /** Group lessons that would no longer be held. */
  lostGroupLessons: LostLesson[];
  /** Lessons in the way that cannot give way: while there is one, the plan cannot change. */
  blocked: Clash[];
  newGroupLessons: NewGroupLesson[];
  /** What a confirmation has to name; null when no booking is lost. */
  confirmation: string | null;
};

/**
 * The one engine of the preview and of the change. Throws `Refusal` when the plan is incomplete or
 * touches a week that has begun.
 */
export async function findPlanLosses(
  db: Db,
  ctx: SchoolContext,
  { course, after }: { course: LoadedCourse; after: WeekPlan },
): Promise<PlanLosses> {
  const plans = { before: course.plan, after };
  const decision = checkPlanChange(plans, course, dayAt(ctx.now, ctx.school.timeZone));
  if (!decision.ok) throw new Refusal(decision.code);
  const changes = diffPlan(course.plan, after);
  const own = await findLostBookings(db, {
    enrolment: { courseId: course.id },
    week: { in: weeksOf(changes, "from", "INDIVIDUAL") },
    lesson: { startsAt: { gt: dateFromInstant(ctx.now) } },
  });
  const lostGroupLessons = await findFixedLessons(db, {
    courseId: course.id,
    kind: "GROUP",
    week: { in: weeksOf(changes, "from", "GROUP") },
  });
  const newGroupLessons = groupLessons(course, after, changes);
  const clashes = await findClashes(
    db,
    newGroupLessons,
    [...own, ...lostGroupLessons].map(({ lessonId }) => lessonId),
  );
  const givesWay = (clash: Clash) => clash.bookingId !== null && clash.startsAt > ctx.now;
  const others = await findLostBookings(db, {
    id: { in: clashes.filter(givesWay).flatMap(({ bookingId }) => bookingId ?? []) },
  });
  const lostBookings = [...own, ...others];
  return {
    changes,
    lostBookings,
    lostGroupLessons,
    blocked: clashes.filter((clash) => !givesWay(clash)),
    newGroupLessons,
    confirmation: confirmationOf(lostBookings),
  };
}

function weeksOf(
  changes: readonly WeekChange[],
  end: "from" | "to",
  kind: WeekChange["to"],
): number[] {
  return changes.filter((change) => change[end] === kind).map(({ week }) => week);
}

function groupLessons(
  course: LoadedCourse,
  after: WeekPlan,
  changes: readonly WeekChange[],
): NewGroupLesson[] {
  const weeks = new Set(weeksOf(changes, "to", "GROUP"));
  return lessonDaysOf(course, after)
    .filter(({ week }) => weeks.has(week))
    .map((lesson) => {
      const studentIds = course.enrolments
        .filter((enrolment) => isEnrolledOn(enrolment, lesson.day))
        .map(({ studentId }): string => studentId);
      return {
        ...lesson,
        teacherId: course.teacherId,
        studentIds,
        resourceIds: [course.teacherId, course.roomId, ...studentIds],
      };
    });
}
