import { weekdayOf, type Day, type Weekday } from "@/lib/time/day";
import { plusMinutes } from "@/lib/time/instant";
import { mergeIntervals, subtractIntervals, type Interval } from "@/lib/time/interval";
import { END_OF_DAY, MIDNIGHT, type WallTime } from "@/lib/time/wall-time";
import { instantAt, type TimeZone } from "@/lib/time/zone";
import { isClosed, type CourseDays } from "./closures";
import { dayInWeek, daysOfWeek } from "./term-weeks";
import { kindOfWeek, type WeekPlan } from "./week-plan";

/** Open wall-clock times of a teacher every week, from a day to a day (both included). */
export type WeeklyWindow = {
  locationId: string;
  weekday: Weekday;
  startTime: WallTime;
  endTime: WallTime;
  validFrom: Day;
  validUntil: Day | null;
};
/** Open time on one day, beside the weekly windows. */
export type DatedExtra = { on: Day; locationId: string; startTime: WallTime; endTime: WallTime };
/** Time on one day in which the teacher is nowhere. */
export type DatedBlock = { on: Day; startTime: WallTime; endTime: WallTime };

export type FreeTimeFacts = CourseDays & {
  school: CourseDays["school"] & { timeZone: TimeZone };
  course: CourseDays["course"] & { startTime: WallTime; groupMinutes: number };
  plan: WeekPlan;
  windows: readonly WeeklyWindow[];
  extras: readonly DatedExtra[];
  blocks: readonly DatedBlock[];
};

type DayPart = { day: Day; startTime: WallTime; endTime: WallTime };

/**
 * Free time of the course's teacher in a week: (weekly windows of the location + dated extras +
 * this course's own group time when it does not meet) - dated blocks - closures. Sorted, touching
 * parts merged.
 */
export function freeTimeOfWeek(facts: FreeTimeFacts, week: number): Interval[] {
  const days = daysOfWeek(facts.term, facts.school.weekStart, week);
  const inZone = (part: DayPart) => intervalOf(part, facts.school.timeZone);
  const open = days.flatMap((day) => openParts(facts, day)).map(inZone);
  const away = days.flatMap((day) => awayParts(facts, day)).map(inZone);
  return subtractIntervals(mergeIntervals([...open, ...ownGroupTime(facts, week)]), away);
}

function openParts(facts: FreeTimeFacts, day: Day): DayPart[] {
  const { locationId } = facts.course;
  const weekday = weekdayOf(day);
  const windows = facts.windows.filter(
    (window) =>
      window.weekday === weekday &&
      window.validFrom <= day &&
      (window.validUntil === null || day <= window.validUntil),
  );
  const extras = facts.extras.filter((extra) => extra.on === day);
  return [...windows, ...extras]
    .filter((part) => part.locationId === locationId)
    .map(({ startTime, endTime }) => ({ day, startTime, endTime }));
}

function ownGroupTime(facts: FreeTimeFacts, week: number): Interval[] {
  if (kindOfWeek(facts.plan, week) === "GROUP") return [];
  const { weekday, startTime, groupMinutes } = facts.course;
  const day = dayInWeek(facts.term, facts.school.weekStart, { week, weekday });
  const startsAt = instantAt(day, startTime, facts.school.timeZone);
  return [{ startsAt, endsAt: plusMinutes(startsAt, groupMinutes) }];
}

function awayParts(facts: FreeTimeFacts, day: Day): DayPart[] {
  if (isClosed(day, facts.course.locationId, facts.closures)) {
    return [{ day, startTime: MIDNIGHT, endTime: END_OF_DAY }];
  }
  const blocks = facts.blocks.filter((block) => block.on === day);
  return blocks.map(({ startTime, endTime }) => ({ day, startTime, endTime }));
}

function intervalOf(part: DayPart, zone: TimeZone): Interval {
  return {
    startsAt: instantAt(part.day, part.startTime, zone),
    endsAt: instantAt(part.day, part.endTime, zone),
  };
}
