import { formatDateTime, formatDay, formatTime, formatTimeRange } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import type { MailFact, MailSchool } from "./mail-content";

/** An individual lesson as a mail tells of it. */
export type MailLesson = {
  startsAt: Instant;
  endsAt: Instant;
  teacherName: string;
  roomName: string;
  locationName: string;
};

/** "Monday 30 November 2026, 4:00 – 4:45 pm". */
export function lessonTime(lesson: MailLesson, school: MailSchool): string {
  const { timeZone, locale } = school;
  const day = formatDay(dayAt(lesson.startsAt, timeZone), locale, "long");
  return `${day}, ${formatTimeRange(lesson, timeZone, locale)}`;
}

/** "Mon 30 Nov, 4:00 pm". */
export function shortTime(at: Instant, school: MailSchool): string {
  return formatDateTime(at, school.timeZone, school.locale);
}

/** "Monday 30 November 2026, 4:00 pm". */
export function longTime(at: Instant, school: MailSchool): string {
  const day = formatDay(dayAt(at, school.timeZone), school.locale, "long");
  return `${day}, ${formatTime(at, school.timeZone, school.locale)}`;
}

export function lessonFacts(lesson: MailLesson): MailFact[] {
  return [
    { label: "Teacher", value: lesson.teacherName },
    { label: "Where", value: `${lesson.roomName}, ${lesson.locationName}` },
  ];
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cleo". */
export function namesInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** How to reach the school, for a sentence: "call us on 02 9555 0100". */
export function reachSchool(school: MailSchool): string {
  if (school.phone !== null) return `call us on ${school.phone}`;
  return school.email === null ? "ask the school" : `write to ${school.email}`;
}
