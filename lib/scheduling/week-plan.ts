import type { Day } from "@/lib/time/day";
import { closedDayOfCourse, hasOpenDay, type ClosedDay, type CourseDays } from "./closures";
import { dayInWeek, termWeeks, type TermWeek } from "./term-weeks";

export type WeekKind = "GROUP" | "INDIVIDUAL" | "NONE";

/** A hybrid course's kind for every week of the term. */
export type WeekPlan = readonly { week: number; kind: WeekKind }[];

/** One week under the plan: the day of the course's weekday, why it is closed, and whether the week is taught all the same. */
export type PlannedWeek = TermWeek & {
  kind: WeekKind;
  day: Day;
  closedDay: ClosedDay | null;
  taught: boolean;
};

export type PlanCount = {
  group: number;
  individual: number;
  none: number;
  groupClosed: number;
  individualClosed: number;
};

/** The kind of a week; a week that the plan does not name has none. */
export function kindOfWeek(plan: WeekPlan, week: number): WeekKind {
  return plan.find((entry) => entry.week === week)?.kind ?? "NONE";
}

/**
 * Every week of the term under the plan. A group week is taught when its day is in the term and
 * open; an individual week while any of its days is.
 */
export function plannedWeeks(plan: WeekPlan, facts: CourseDays): PlannedWeek[] {
  const { term, school, course } = facts;
  return termWeeks(term, school.weekStart).map((termWeek) => {
    const { week } = termWeek;
    const kind = kindOfWeek(plan, week);
    const closedDay = closedDayOfCourse(facts, week);
    return {
      ...termWeek,
      kind,
      day: dayInWeek(term, school.weekStart, { week, weekday: course.weekday }),
      closedDay,
      taught: kind === "GROUP" ? closedDay === null : kind !== "NONE" && hasOpenDay(facts, week),
    };
  });
}

/** The group weeks that meet and the individual weeks that are owed. */
export function weeksTaught(plan: WeekPlan, facts: CourseDays): PlannedWeek[] {
  return plannedWeeks(plan, facts).filter((week) => week.taught);
}

/** "7 group, 3 individual", and how many of each kind closures take away. */
export function countPlan(plan: WeekPlan, facts: CourseDays): PlanCount {
  const weeks = plannedWeeks(plan, facts);
  const count = (kind: WeekKind, taught: boolean) =>
    weeks.filter((week) => week.kind === kind && week.taught === taught).length;
  return {
    group: count("GROUP", true),
    individual: count("INDIVIDUAL", true),
    none: count("NONE", false),
    groupClosed: count("GROUP", false),
    individualClosed: count("INDIVIDUAL", false),
  };
}
