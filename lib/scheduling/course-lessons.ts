import { plusMinutes } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { Day } from "@/lib/time/day";
import type { WallTime } from "@/lib/time/wall-time";
import { instantAt, type TimeZone } from "@/lib/time/zone";
import { isClosed, type CourseDays } from "./closures";
import { termWeeks, weekOfDay } from "./term-weeks";
import { plannedWeeks, type PlannedWeek, type WeekPlan } from "./week-plan";

export type CourseKind = "INDIVIDUAL" | "GROUP" | "BAND" | "HYBRID" | "ONE_OFF";

/** Where a course's fixed lessons lie; `groupMinutes` is their length, whatever the course's kind. */
export type CourseTimes = CourseDays & {
  school: CourseDays["school"] & { timeZone: TimeZone };
  course: CourseDays["course"] & { kind: CourseKind; startTime: WallTime; groupMinutes: number };
};

export type CourseLesson = Interval & { week: number; day: Day };

/** A workshop may lie outside its term's weeks. */
export type HeldLesson = Interval & { week: number | null; day: Day };

/**
 * The lessons that a course has from the start: one a week on its weekday and wall time, none on
 * closed days. A hybrid course has those of its group weeks; a one-off is dated by hand.
 */
export function lessonDaysOf(facts: CourseTimes, plan: WeekPlan = []): CourseLesson[] {
  if (facts.course.kind === "ONE_OFF") return [];
  const weekly = facts.course.kind === "HYBRID" ? plan : everyWeek(facts);
  return plannedWeeks(weekly, facts)
    .filter((week) => week.kind === "GROUP" && week.taught)
    .map((week) => atCourseTime(week, facts));
}

/** Where "1-on-1 week" stands in the calendar: the group time of individual weeks. */
export function placeholdersOf(facts: CourseTimes, plan: WeekPlan): CourseLesson[] {
  return plannedWeeks(plan, facts)
    .filter((week) => week.kind === "INDIVIDUAL" && week.closedDay === null)
    .map((week) => atCourseTime(week, facts));
}

/** The lesson of a workshop on its day; none when that is closed. */
export function heldLessonOf(facts: CourseTimes, heldOn: Day): HeldLesson[] {
  const { school, course, term, closures } = facts;
  if (isClosed(heldOn, course.locationId, closures)) return [];
  const startsAt = instantAt(heldOn, course.startTime, school.timeZone);
  const week = weekOfDay(term, school.weekStart, heldOn);
  return [{ week, day: heldOn, startsAt, endsAt: plusMinutes(startsAt, course.groupMinutes) }];
}

function everyWeek(facts: CourseTimes): WeekPlan {
  const weeks = termWeeks(facts.term, facts.school.weekStart);
  return weeks.map(({ week }) => ({ week, kind: "GROUP" }));
}

function atCourseTime(planned: PlannedWeek, facts: CourseTimes): CourseLesson {
  const { week, day } = planned;
  const startsAt = instantAt(day, facts.course.startTime, facts.school.timeZone);
  return { week, day, startsAt, endsAt: plusMinutes(startsAt, facts.course.groupMinutes) };
}
