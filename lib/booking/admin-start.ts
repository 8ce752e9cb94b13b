import type { Instant } from "@/lib/time/instant";
import { meetsAny, teacherClash } from "./lesson-clashes";
import { hasNotice } from "./notice-policy";
import { freeRooms, roomsInOrder } from "./slots/room-choice";
import type { SlotFacts } from "./slots/slot-facts";
import {
  checkDates,
  checkFreeTime,
  checkOpen,
  checkOwed,
  lessonAt,
  withoutLesson,
  type SlotRefusal,
  type WantedLesson,
} from "./slots/slot-rules";
import type { SlotQuery } from "./slots/slots";

/** What an admin may do all the same, with a reason. */
export type AdminOverride = "inside-notice-period" | "too-close";
/** What an admin is told and may ignore. */
export type AdminWarning = "outside-free-time" | "closed-day";

export type AdminVerdict =
  | { ok: false; code: SlotRefusal }
  | { ok: true; roomIds: string[]; overrides: AdminOverride[]; warnings: AdminWarning[] };

/**
 * What an admin's start for a family means. An overlap of teacher, room or student is refused to
 * everyone; buffer, gap and notice can be overridden; being outside availability is a warning.
 */
export function weighAdminStart(
  facts: SlotFacts,
  query: SlotQuery,
  startsAt: Instant,
): AdminVerdict {
  const others = withoutLesson(facts, query.ignoreLessonId);
  const lesson = lessonAt(facts, startsAt);
  const owed = checkOwed(facts, query.owedWeek ?? query.week);
  if (!owed.ok) return owed;
  const dates = checkDates(facts, lesson);
  if (!dates.ok) return dates;
  if (meetsAny(lesson, others.teacherLessons)) return { ok: false, code: "teacher-busy" };
  if (meetsAny(lesson, others.studentLessons)) return { ok: false, code: "student-busy" };
  const rooms = freeRooms(lesson, roomsInOrder(facts.course, facts.rooms), others.roomLessons);
  if (rooms.length === 0) return { ok: false, code: "no-room" };
  return {
    ok: true,
    roomIds: rooms.map((room) => room.id),
    overrides: overridesOf(others, lesson, query.now),
    warnings: warningsOf(facts, lesson, query.week),
  };
}

function overridesOf(facts: SlotFacts, lesson: WantedLesson, now: Instant): AdminOverride[] {
  const overrides: AdminOverride[] = [];
  if (!hasNotice(lesson.startsAt, now, facts.school.noticeHours)) {
    overrides.push("inside-notice-period");
  }
  if (teacherClash(lesson, facts.teacherLessons, facts.school) !== null) {
    overrides.push("too-close");
  }
  return overrides;
}

function warningsOf(facts: SlotFacts, lesson: WantedLesson, week: number): AdminWarning[] {
  if (!checkOpen(facts, lesson).ok) return ["closed-day"];
  const free = checkFreeTime(facts, week, lesson);
  return !free.ok && free.code === "outside-free-time" ? ["outside-free-time"] : [];
}
