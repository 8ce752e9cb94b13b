import { MINUTE_MS } from "@/lib/time/instant";
import { overlaps, type Interval } from "@/lib/time/interval";
import type { TeacherLesson } from "./slots/slot-facts";

type Gaps = { bufferMinutes: number; travelGapMinutes: number };

/**
 * How a lesson at a location stands to the teacher's other lessons: an overlap is refused to
 * everyone, being too close (buffer, or travel gap between locations) to families.
 */
export function teacherClash(
  lesson: Interval & { locationId: string },
  others: readonly TeacherLesson[],
  gaps: Gaps,
): "overlap" | "too-close" | null {
  if (meetsAny(lesson, others)) return "overlap";
  return others.some((other) => isTooClose(lesson, other, gaps)) ? "too-close" : null;
}

export function meetsAny(lesson: Interval, others: readonly Interval[]): boolean {
  return others.some((other) => overlaps(lesson, other));
}

function isTooClose(
  lesson: Interval & { locationId: string },
  other: TeacherLesson,
  gaps: Gaps,
): boolean {
  const travel = lesson.locationId === other.locationId ? 0 : gaps.travelGapMinutes;
  const gap = Math.max(gaps.bufferMinutes, travel) * MINUTE_MS;
  return lesson.startsAt < other.endsAt + gap && other.startsAt < lesson.endsAt + gap;
}
