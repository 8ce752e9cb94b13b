import { kindOfWeek, type WeekKind, type WeekPlan } from "./week-plan";

/**
 * Group and individual in turn, group first. A week in which the group cannot meet is no turn: it
 * stays a group week, so that the lessons really taught alternate.
 */
export function alternate(weeks: number, closedWeeks: readonly number[] = []): WeekPlan {
  let turns = 0;
  return planOf(weeks, (week) => {
    if (closedWeeks.includes(week)) return "GROUP";
    turns += 1;
    return turns % 2 === 0 ? "INDIVIDUAL" : "GROUP";
  });
}

/** Individual in weeks 2, 4, 6 ... by their number, whatever is closed. */
export function everySecond(weeks: number): WeekPlan {
  return planOf(weeks, (week) => (week % 2 === 0 ? "INDIVIDUAL" : "GROUP"));
}

/** Individual in weeks 4, 8, 12 ... by their number, whatever is closed. */
export function everyFourth(weeks: number): WeekPlan {
  return planOf(weeks, (week) => (week % 4 === 0 ? "INDIVIDUAL" : "GROUP"));
}

/** The earlier plan week by week; weeks that the earlier term did not have get no lesson. */
export function planFromEarlierTerm(plan: WeekPlan, weeksInNewTerm: number): WeekPlan {
  return planOf(weeksInNewTerm, (week) => kindOfWeek(plan, week));
}

function planOf(weeks: number, kindOf: (week: number) => WeekKind): WeekPlan {
  return Array.from({ length: weeks }, (_, index) => ({
    week: index + 1,
    kind: kindOf(index + 1),
  }));
}
