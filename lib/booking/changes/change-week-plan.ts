import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId, OutboxEventId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { loadCourse, type LoadedCourse } from "@/lib/scheduling/load-course";
import { storeLessons } from "@/lib/scheduling/store-lessons";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { cancelLessons } from "./cancel-lessons";
import { findPlanLosses, type PlanLosses } from "./find-plan-losses";
import { PLAN_CHANGED, planShown } from "./shown-plan";

export type ChangeWeekPlan = {
  courseId: CourseId;
  /** Every week of the term once. */
  plan: WeekPlan;
  /** The `confirmation` of the losses that were shown; not needed where nothing is lost. */
  confirmed?: string | null;
  basedOn: BasedOn<"plan">;
};

/**
 * Sets a hybrid course's week plan, the first or a changed one: all or nothing. Bookings in the way
 * are cancelled and their families told, but only those that were shown and confirmed; group
 * lessons come and go with the plan. Throws `NotFound` and `Refusal`.
 */
export async function changeWeekPlan(
  ctx: SchoolContext,
  input: ChangeWeekPlan,
): Promise<SaveOutcome<"plan"> & { changeId: OutboxEventId }> {
  return inSchool(ctx, async (db) => {
    const changeId = await beginScheduleChange(db, ctx);
    const course = await loadCourse(db, ctx, input.courseId);
    if (course.course.kind !== "HYBRID") throw new NotFound();
    if (course.isArchived) throw new Refusal("course-archived");
    const { basedOn, plan } = input;
    const save = { basedOn, present: planShown(course.plan), wanted: planShown(plan) };
    const saved = await settleSave(db, ctx, {
      ...save,
      subjectId: course.id,
      actions: [PLAN_CHANGED],
    });
    if (saved.outcome === "unchanged") return { ...saved, changeId };
    const losses = await findPlanLosses(db, ctx, { course, after: input.plan });
    refuseUnseen(losses, input.confirmed ?? null);
    await cancelLessons(db, ctx, {
      lessonIds: [...losses.lostBookings, ...losses.lostGroupLessons].map((lost) => lost.lessonId),
      reason: "WEEK_PLAN",
    });
    await storePlan(db, course, input.plan);
    await storeLessons(db, ctx, {
      course,
      lessons: losses.newGroupLessons.map(groupLessonOf),
    });
    await recordAudit(db, ctx, {
      action: PLAN_CHANGED,
      subjectId: course.id,
      data: {
        changes: losses.changes,
        cancelled: losses.lostBookings.map((lost) => lost.bookingId),
      },
    });
    return { ...saved, changeId };
  });
}

function groupLessonOf(lesson: PlanLosses["newGroupLessons"][number]) {
  const { week, startsAt, endsAt, studentIds } = lesson;
  return { week, startsAt, endsAt, studentIds };
}

function refuseUnseen(losses: PlanLosses, confirmed: string | null): void {
  if (losses.blocked.length > 0) throw new Refusal("plan-clash", { blocked: losses.blocked });
  if (losses.confirmation !== null && losses.confirmation !== confirmed) {
    throw new Refusal("plan-needs-confirmation", {
      lostBookings: losses.lostBookings,
      confirmation: losses.confirmation,
    });
  }
}

async function storePlan(db: Db, course: LoadedCourse, plan: WeekPlan): Promise<void> {
  await db.weekPlanWeek.deleteMany({ where: { courseId: course.id } });
  await db.weekPlanWeek.createMany({
    data: plan.map(({ week, kind }) => ({ courseId: course.id, week, kind })),
  });
}
