import { MINUTE_MS, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { SiblingLesson } from "./slot-facts";

const BESIDE_MS = 15 * MINUTE_MS;

/**
 * The siblings whose lesson at the location the slot starts or ends within 15 minutes of, as
 * "Mia, Tom"; null when there is none.
 */
export function siblingBeside(
  slot: Interval,
  locationId: string,
  siblingLessons: readonly SiblingLesson[],
): string | null {
  const names = siblingLessons
    .filter((lesson) => lesson.locationId === locationId && isBeside(slot, lesson))
    .map((lesson) => lesson.studentName);
  return names.length === 0 ? null : [...new Set(names)].join(", ");
}

function isBeside(slot: Interval, lesson: Interval): boolean {
  return distance(slot.startsAt, lesson) <= BESIDE_MS || distance(slot.endsAt, lesson) <= BESIDE_MS;
}

/** How far a moment is from a lesson; none while the lesson lasts. */
function distance(moment: Instant, lesson: Interval): number {
  return Math.max(lesson.startsAt - moment, moment - lesson.endsAt, 0);
}
