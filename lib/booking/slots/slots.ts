import { allowed, refused, type Decision } from "@/lib/refusal";
import { freeTimeOfWeek } from "@/lib/scheduling/free-time";
import { weekOfDay } from "@/lib/scheduling/term-weeks";
import type { Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { overlaps, type Interval } from "@/lib/time/interval";
import type { WallTime } from "@/lib/time/wall-time";
import { wallTimeAt } from "@/lib/time/zone";
import { freeRooms, roomsInOrder } from "./room-choice";
import { siblingBeside } from "./sibling-mark";
import type { SlotFacts, SlotRoom } from "./slot-facts";
import { gridOf } from "./slot-grid";
import {
  checkDates,
  checkFreeTime,
  checkOpen,
  checkOwed,
  checkRoom,
  checkTime,
  lessonAt,
  withoutLesson,
  type SlotRefusal,
  type WantedLesson,
} from "./slot-rules";

/** A start that the family can book now; `roomIds` are all free fitting rooms, best first. */
export type Slot = Interval & {
  day: Day;
  time: WallTime;
  roomId: string;
  roomName: string;
  roomIds: string[];
  besideSibling: string | null;
};

/**
 * Which slots are asked for: those in `week`. A move leaves the moved lesson out of the way
 * (`ignoreLessonId`) and names the week it is owed for when that is another one (`owedWeek`).
 */
export type SlotQuery = {
  week: number;
  now: Instant;
  ignoreLessonId?: string | undefined;
  owedWeek?: number | undefined;
};

/** The slots of one enrolment in a week, by time. Says nothing about the booking window. */
export function slotsOfWeek(facts: SlotFacts, query: SlotQuery): Slot[] {
  if (!checkWeek(facts, query).ok) return [];
  const others = withoutLesson(facts, query.ignoreLessonId);
  const rooms = roomsInOrder(facts.course, facts.rooms);
  return freeTimeOfWeek(facts, query.week).flatMap((part) => {
    const near = {
      ...others,
      roomLessons: others.roomLessons.filter((lesson) => overlaps(lesson, part)),
    };
    return gridOf(part, facts.course)
      .map((startsAt) => lessonAt(facts, startsAt))
      .filter(
        (lesson) =>
          checkTime(near, lesson, query.now).ok &&
          checkDates(facts, lesson).ok &&
          checkOpen(facts, lesson).ok,
      )
      .flatMap((lesson) => slotIn(near, lesson, rooms));
  });
}

/** Why a start cannot be booked; ok exactly when `slotsOfWeek` lists it. */
export function explainStart(
  facts: SlotFacts,
  query: SlotQuery,
  startsAt: Instant,
): Decision<SlotRefusal> {
  const { term, school } = facts;
  const lesson = lessonAt(facts, startsAt);
  if (weekOfDay(term, school.weekStart, lesson.day) !== query.week) return refused("outside-week");
  const others = withoutLesson(facts, query.ignoreLessonId);
  const checks = [
    () => checkWeek(facts, query),
    () => checkDates(facts, lesson),
    () => checkOpen(facts, lesson),
    () => checkFreeTime(facts, query.week, lesson),
    () => checkTime(others, lesson, query.now),
    () => checkRoom(others, lesson),
  ];
  for (const check of checks) {
    const decision = check();
    if (!decision.ok) return decision;
  }
  return allowed();
}

function checkWeek(facts: SlotFacts, query: SlotQuery): Decision<SlotRefusal> {
  const owedWeek = query.owedWeek ?? query.week;
  if (owedWeek !== query.week && !facts.school.moveToOtherDays) return refused("outside-week");
  return checkOwed(facts, owedWeek);
}

function slotIn(facts: SlotFacts, lesson: WantedLesson, rooms: readonly SlotRoom[]): Slot[] {
  const { startsAt, endsAt, day, locationId } = lesson;
  const free = freeRooms(lesson, rooms, facts.roomLessons);
  const [room] = free;
  if (room === undefined) return [];
  return [
    {
      startsAt,
      endsAt,
      day,
      time: wallTimeAt(startsAt, facts.school.timeZone),
      roomId: room.id,
      roomName: room.name,
      roomIds: free.map(({ id }) => id),
      besideSibling: siblingBeside(lesson, locationId, facts.siblingLessons),
    },
  ];
}
