import { allowed, refused, type Decision } from "@/lib/refusal";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { Instant } from "@/lib/time/instant";
import { hasNotice } from "./notice-policy";
import type { BookingState } from "./entitlement";

export type MoveFacts = {
  courseKind: CourseKind;
  state: BookingState;
  /** The week the booking is owed for, for ever. */
  owedWeek: number;
  /** The week that holds the new start; null is outside the term's weeks. */
  newWeek: number | null;
  oldStartsAt: Instant;
  newStartsAt: Instant;
  noticeHours: number;
  moveToOtherDays: boolean;
};

export type MoveRefusal =
  | "fixed-lesson"
  | "not-confirmed"
  | "inside-notice-period"
  | "new-start-inside-notice-period"
  | "outside-week";

/**
 * Whether a family may move a booking to another start: with notice before the old and the new
 * one, within the same week unless the school allows other days of the term. That the new start is
 * a slot is for `explainStart`, asked with `owedWeek`.
 */
export function mayMove(facts: MoveFacts, now: Instant): Decision<MoveRefusal> {
  const { owedWeek, newWeek, noticeHours } = facts;
  if (facts.courseKind !== "HYBRID") return refused("fixed-lesson");
  if (facts.state !== "CONFIRMED") return refused("not-confirmed");
  if (!hasNotice(facts.oldStartsAt, now, noticeHours)) return refused("inside-notice-period");
  if (newWeek === null) return refused("outside-week");
  if (newWeek !== owedWeek && !facts.moveToOtherDays) return refused("outside-week");
  if (!hasNotice(facts.newStartsAt, now, noticeHours)) {
    return refused("new-start-inside-notice-period");
  }
  return allowed();
}
