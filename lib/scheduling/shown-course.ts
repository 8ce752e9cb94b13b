import type { Shown } from "@/lib/values/shown-record";
import type { CourseKind } from "./course-lessons";

type Facts = {
  name: string;
  instrument?: string | null;
  capacity: number;
  groupPriceMinor?: number | null;
  lessonPriceMinor?: number | null;
  lessonMinutes?: number | null;
  slotStepMinutes?: number | null;
};

export type CourseFactField = keyof Facts;

/** What of a course can change at any time, as its form shows it. */
export function courseFactsShown(kind: CourseKind, facts: Facts): Shown<CourseFactField> {
  const isHybrid = kind === "HYBRID";
  return {
    name: facts.name,
    instrument: facts.instrument ?? "",
    capacity: kind === "INDIVIDUAL" ? "1" : String(facts.capacity),
    groupPriceMinor: priceText(facts.groupPriceMinor),
    lessonPriceMinor: isHybrid ? priceText(facts.lessonPriceMinor) : "",
    lessonMinutes: isHybrid ? String(facts.lessonMinutes ?? "") : "",
    slotStepMinutes: isHybrid ? String(facts.slotStepMinutes ?? "") : "",
  };
}

type Times = {
  teacherId: string;
  roomId: string;
  weekday?: number | null;
  heldOn?: string | null;
  startTime: string;
  groupMinutes: number;
};

export type CourseTimesField = keyof Times;

/** When, where and by whom a course is given, as its form shows it. */
export function courseTimesShown(kind: CourseKind, times: Times): Shown<CourseTimesField> {
  const isOneOff = kind === "ONE_OFF";
  return {
    teacherId: times.teacherId,
    roomId: times.roomId,
    weekday: isOneOff ? "" : String(times.weekday ?? ""),
    heldOn: isOneOff ? (times.heldOn ?? "") : "",
    startTime: times.startTime,
    groupMinutes: String(times.groupMinutes),
  };
}

/** "35.50", as the form reads it. */
function priceText(minor: number | null | undefined): string {
  if (minor === null || minor === undefined) return "";
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
}
