import { weekdayOf, type Weekday } from "@/lib/time/day";
import { plusMinutes } from "@/lib/time/instant";
import { mergeIntervals, overlaps, type Interval } from "@/lib/time/interval";
import type { WallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt, type TimeZone } from "@/lib/time/zone";
import type { DatedBlock, DatedExtra, WeeklyWindow } from "./free-time";

export type AvailabilityFacts = {
  timeZone: TimeZone;
  windows: readonly WeeklyWindow[];
  extras: readonly DatedExtra[];
  blocks: readonly DatedBlock[];
};

/** A booked lesson and the group time of its course, which counts as open when the group does not meet. */
export type TaughtLesson = Interval & {
  courseName: string;
  studentName: string;
  locationId: string;
  groupTime: { weekday: Weekday | null; startTime: WallTime; groupMinutes: number };
};

/** The lessons that do not lie wholly in the teacher's open time of their day and location. */
export function outsideAvailability(
  facts: AvailabilityFacts,
  lessons: readonly TaughtLesson[],
): TaughtLesson[] {
  return lessons.filter((lesson) => !liesInside(facts, lesson));
}

function liesInside(facts: AvailabilityFacts, lesson: TaughtLesson): boolean {
  const day = dayAt(lesson.startsAt, facts.timeZone);
  const weekday = weekdayOf(day);
  const inZone = (part: { startTime: WallTime; endTime: WallTime }) => ({
    startsAt: instantAt(day, part.startTime, facts.timeZone),
    endsAt: instantAt(day, part.endTime, facts.timeZone),
  });
  const windows = facts.windows.filter(
    (window) =>
      window.weekday === weekday &&
      window.validFrom <= day &&
      (window.validUntil === null || day <= window.validUntil),
  );
  const extras = facts.extras.filter((extra) => extra.on === day);
  const open = [...windows, ...extras]
    .filter(({ locationId }) => locationId === lesson.locationId)
    .map(inZone);
  if (lesson.groupTime.weekday === weekday) {
    const startsAt = instantAt(day, lesson.groupTime.startTime, facts.timeZone);
    open.push({ startsAt, endsAt: plusMinutes(startsAt, lesson.groupTime.groupMinutes) });
  }
  const blocked = facts.blocks.filter((block) => block.on === day).map(inZone);
  return (
    !blocked.some((block) => overlaps(block, lesson)) &&
    mergeIntervals(open).some(
      (part) => part.startsAt <= lesson.startsAt && lesson.endsAt <= part.endsAt,
    )
  );
}
