import { dayInWeek } from "@/lib/scheduling/term-weeks";
import type { Instant } from "@/lib/time/instant";
import { instantAt } from "@/lib/time/zone";
import { nearestSlots } from "../slots/nearest-slots";
import type { SlotFacts } from "../slots/slot-facts";
import { slotsOfWeek, type Slot } from "../slots/slots";

/** An owed week that a family of the course left unbooked. */
export type UnbookedWeek = { facts: SlotFacts; week: number; enrolledAt: Instant };

/** What the school gives for it; null is a work item for the admin. */
export type Allocation = {
  enrolmentId: string;
  studentId: string;
  week: number;
  slot: Slot | null;
};

type Given = Allocation & { slot: Slot };

/**
 * When the window of a course closes: each family, in order of enrolment, is given the slot nearest
 * to the course's group time of the week; of two as near, the earlier.
 */
export function allocateUnbooked(unbooked: readonly UnbookedWeek[], now: Instant): Allocation[] {
  const given: Given[] = [];
  return [...unbooked].sort(byEnrolment).map(({ facts, week }) => {
    const slots = slotsOfWeek(withGiven(facts, given), { week, now });
    const [slot] = nearestSlots(slots, groupTime(facts, week), 1);
    const { id: enrolmentId, studentId } = facts.enrolment;
    if (slot === undefined) return { enrolmentId, studentId, week, slot: null };
    given.push({ enrolmentId, studentId, week, slot });
    return { enrolmentId, studentId, week, slot };
  });
}

function byEnrolment(a: UnbookedWeek, b: UnbookedWeek): number {
  if (a.enrolledAt !== b.enrolledAt) return a.enrolledAt - b.enrolledAt;
  const [first, second] = [a.facts.enrolment.id, b.facts.enrolment.id];
  return first < second ? -1 : first > second ? 1 : a.week - b.week;
}

function groupTime(facts: SlotFacts, week: number): Instant {
  const { weekday, startTime } = facts.course;
  const day = dayInWeek(facts.term, facts.school.weekStart, { week, weekday });
  return instantAt(day, startTime, facts.school.timeZone);
}

/** The facts with the lessons that this allocation has already given away. */
function withGiven(facts: SlotFacts, given: readonly Given[]): SlotFacts {
  const { locationId } = facts.course;
  const lessons = given.map(({ slot, enrolmentId, studentId, week }) => ({
    lessonId: `${enrolmentId} ${week}`,
    studentId,
    locationId,
    roomId: slot.roomId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
  }));
  const own = lessons.filter((lesson) => lesson.studentId === facts.enrolment.studentId);
  return {
    ...facts,
    teacherLessons: [...facts.teacherLessons, ...lessons],
    roomLessons: [...facts.roomLessons, ...lessons],
    studentLessons: [...facts.studentLessons, ...own],
  };
}
