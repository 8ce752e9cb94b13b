import { allowed, refused, type Decision } from "@/lib/refusal";
import { hasOpenDay, isClosed } from "@/lib/scheduling/closures";
import { isEnrolledOn } from "@/lib/scheduling/enrolment-dates";
import { freeTimeOfWeek } from "@/lib/scheduling/free-time";
import { dayInWeek, isInTerm } from "@/lib/scheduling/term-weeks";
import { kindOfWeek } from "@/lib/scheduling/week-plan";
import type { Day } from "@/lib/time/day";
import { asInstant, plusMinutes, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { dayAt } from "@/lib/time/zone";
import { meetsAny, teacherClash } from "../lesson-clashes";
import { hasNotice } from "../notice-policy";
import { freeRooms, roomsInOrder } from "./room-choice";
import type { SlotFacts } from "./slot-facts";
import { isOnGrid } from "./slot-grid";

export type SlotRefusal =
  | "outside-week"
  | "not-an-individual-week"
  | "not-enrolled-then"
  | "outside-term"
  | "closed-day"
  | "inside-notice-period"
  | "outside-free-time"
  | "off-grid"
  | "teacher-busy"
  | "student-busy"
  | "no-room";

export type WantedLesson = Interval & { day: Day; locationId: string };

/** The individual lesson of the facts' course that would begin at `startsAt`. */
export function lessonAt(facts: SlotFacts, startsAt: Instant): WantedLesson {
  const { lessonMinutes, locationId } = facts.course;
  const endsAt = plusMinutes(startsAt, lessonMinutes);
  return { startsAt, endsAt, day: dayAt(startsAt, facts.school.timeZone), locationId };
}

/** The facts as if one lesson, the one that is being moved, did not exist. */
export function withoutLesson(facts: SlotFacts, lessonId: string | undefined): SlotFacts {
  if (lessonId === undefined) return facts;
  return {
    ...facts,
    teacherLessons: facts.teacherLessons.filter((lesson) => lesson.lessonId !== lessonId),
    studentLessons: facts.studentLessons.filter((lesson) => lesson.lessonId !== lessonId),
    roomLessons: facts.roomLessons.filter((lesson) => lesson.lessonId !== lessonId),
  };
}

/**
 * One lesson is owed per individual week in which the course's weekday lies inside the enrolment, while
 * any of the week's days is open.
 */
export function checkOwed(facts: SlotFacts, week: number): Decision<SlotRefusal> {
  const { term, school, course, enrolment } = facts;
  if (kindOfWeek(facts.plan, week) !== "INDIVIDUAL" || !hasOpenDay(facts, week)) {
    return refused("not-an-individual-week");
  }
  const day = dayInWeek(term, school.weekStart, { week, weekday: course.weekday });
  return isEnrolledOn(enrolment, day) ? allowed() : refused("not-enrolled-then");
}

/** The whole lesson lies inside the term and the enrolment. */
export function checkDates(facts: SlotFacts, lesson: WantedLesson): Decision<SlotRefusal> {
  const days = daysOf(facts, lesson);
  if (!days.every((day) => isInTerm(facts.term, day))) return refused("outside-term");
  if (!days.every((day) => isEnrolledOn(facts.enrolment, day))) return refused("not-enrolled-then");
  return allowed();
}

export function checkOpen(facts: SlotFacts, lesson: WantedLesson): Decision<SlotRefusal> {
  const closed = daysOf(facts, lesson).some((day) =>
    isClosed(day, lesson.locationId, facts.closures),
  );
  return closed ? refused("closed-day") : allowed();
}

/** The whole lesson lies in the teacher's free time and begins on the grid. */
export function checkFreeTime(
  facts: SlotFacts,
  week: number,
  lesson: WantedLesson,
): Decision<SlotRefusal> {
  const part = freeTimeOfWeek(facts, week).find(
    (free) => free.startsAt <= lesson.startsAt && lesson.endsAt <= free.endsAt,
  );
  if (part === undefined) return refused("outside-free-time");
  return isOnGrid(lesson.startsAt, part, facts.course) ? allowed() : refused("off-grid");
}

/** The notice holds and neither teacher nor student has another lesson. */
export function checkTime(
  facts: SlotFacts,
  lesson: WantedLesson,
  now: Instant,
): Decision<SlotRefusal> {
  const { school, teacherLessons, studentLessons } = facts;
  if (!hasNotice(lesson.startsAt, now, school.noticeHours)) return refused("inside-notice-period");
  if (teacherClash(lesson, teacherLessons, school) !== null) return refused("teacher-busy");
  return meetsAny(lesson, studentLessons) ? refused("student-busy") : allowed();
}

export function checkRoom(facts: SlotFacts, lesson: WantedLesson): Decision<SlotRefusal> {
  const rooms = roomsInOrder(facts.course, facts.rooms);
  return freeRooms(lesson, rooms, facts.roomLessons).length > 0 ? allowed() : refused("no-room");
}

function daysOf(facts: SlotFacts, lesson: WantedLesson): Day[] {
  const last = dayAt(asInstant(lesson.endsAt - 1), facts.school.timeZone);
  return last === lesson.day ? [last] : [lesson.day, last];
}
