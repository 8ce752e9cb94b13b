import { allowed, refused, type Decision } from "@/lib/refusal";
import type { Day, Weekday } from "@/lib/time/day";
import { termWeeks, type Term } from "./term-weeks";
import { kindOfWeek, type WeekKind, type WeekPlan } from "./week-plan";

export type WeekChange = { week: number; from: WeekKind; to: WeekKind };
export type PlanChangeRefusal = "plan-incomplete" | "week-has-begun";

type TermFacts = { school: { weekStart: Weekday }; term: Term };

/** The weeks whose kind differs, in order. */
export function diffPlan(before: WeekPlan, after: WeekPlan): WeekChange[] {
  const weeks = new Set([...before, ...after].map((entry) => entry.week));
  return [...weeks]
    .sort((a, b) => a - b)
    .map((week) => ({ week, from: kindOfWeek(before, week), to: kindOfWeek(after, week) }))
    .filter((change) => change.from !== change.to);
}

/** A plan changes for future weeks only; a course without a plan may get a first one for all. */
export function changeableWeeks(plan: WeekPlan, facts: TermFacts, today: Day): number[] {
  return termWeeks(facts.term, facts.school.weekStart)
    .filter((week) => plan.length === 0 || week.from > today)
    .map((week) => week.week);
}

/** Whether `after` names every week of the term once and leaves the weeks that have begun alone. */
export function checkPlanChange(
  plans: { before: WeekPlan; after: WeekPlan },
  facts: TermFacts,
  today: Day,
): Decision<PlanChangeRefusal> {
  const weeks = termWeeks(facts.term, facts.school.weekStart);
  const named = new Set(plans.after.map((entry) => entry.week));
  const complete =
    plans.after.length === weeks.length && weeks.every(({ week }) => named.has(week));
  if (!complete) return refused("plan-incomplete");
  const changeable = changeableWeeks(plans.before, facts, today);
  const late = diffPlan(plans.before, plans.after).some(({ week }) => !changeable.includes(week));
  return late ? refused("week-has-begun") : allowed();
}
