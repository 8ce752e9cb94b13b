import type { Day, Weekday } from "@/lib/time/day";
import { dayInWeek, daysOfWeek, isInTerm, type Term } from "./term-weeks";

/** Days on which nothing happens, both ends included; `locationId` null means the whole school. */
export type Closure = { startsOn: Day; endsOn: Day; locationId: string | null; name: string };

/** What decides on which days a course meets. */
export type CourseDays = {
  school: { weekStart: Weekday };
  term: Term;
  course: { weekday: Weekday; locationId: string };
  closures: readonly Closure[];
};

export type ClosedDay = { reason: "outside-term" } | { reason: "closure"; name: string };

export function closureOn(
  day: Day,
  locationId: string,
  closures: readonly Closure[],
): Closure | null {
  const found = closures.find(
    (closure) =>
      (closure.locationId === null || closure.locationId === locationId) &&
      closure.startsOn <= day &&
      day <= closure.endsOn,
  );
  return found ?? null;
}

export function isClosed(day: Day, locationId: string, closures: readonly Closure[]): boolean {
  return closureOn(day, locationId, closures) !== null;
}

/** The closures when one of them is no more, or (with `keptUntil`) ends with an earlier day. */
export function withoutClosure(
  closures: readonly Closure[],
  gone: Closure,
  keptUntil: Day | null,
): Closure[] {
  const same = (one: Closure) =>
    one.startsOn === gone.startsOn &&
    one.endsOn === gone.endsOn &&
    one.locationId === gone.locationId &&
    one.name === gone.name;
  const at = closures.findIndex(same);
  const kept = keptUntil === null ? [] : [{ ...gone, endsOn: keptUntil }];
  return [...closures.filter((_, index) => index !== at), ...kept];
}

/** Why the course's weekday is closed in a week; a day outside the term shows like a closure. */
export function closedDayOfCourse(facts: CourseDays, week: number): ClosedDay | null {
  const { term, school, course, closures } = facts;
  const day = dayInWeek(term, school.weekStart, { week, weekday: course.weekday });
  if (!isInTerm(term, day)) return { reason: "outside-term" };
  const closure = closureOn(day, course.locationId, closures);
  return closure === null ? null : { reason: "closure", name: closure.name };
}

/** Whether any day of the week lies in the term and is open at the course's location. */
export function hasOpenDay(facts: CourseDays, week: number): boolean {
  const { term, school, course, closures } = facts;
  return daysOfWeek(term, school.weekStart, week).some(
    (day) => isInTerm(term, day) && !isClosed(day, course.locationId, closures),
  );
}
