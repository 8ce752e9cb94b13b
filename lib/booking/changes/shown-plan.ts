import type { WeekKind, WeekPlan } from "@/lib/scheduling/week-plan";
import type { Shown } from "@/lib/values/shown-record";

/** The audit action of a changed plan. */
export const PLAN_CHANGED = "booking/week-plan.changed";

const LETTERS: Record<WeekKind, string> = { GROUP: "G", INDIVIDUAL: "I", NONE: "N" };

/** A week plan as its form carries it: a letter for each week, "GGIN". No plan is no letter. */
export function planShown(plan: WeekPlan): Shown<"plan"> {
  return { plan: planLetters(plan) };
}

export function planLetters(plan: WeekPlan): string {
  return [...plan]
    .sort((a, b) => a.week - b.week)
    .map(({ kind }) => LETTERS[kind])
    .join("");
}
