import type { Instant } from "@/lib/time/instant";
import { calendarText, type LessonEntry } from "./calendar-text";

export type CalendarLesson = {
  bookingId: string;
  /** Rises with every move and with the cancellation. */
  sequence: number;
  startsAt: Instant;
  endsAt: Instant;
  studentName: string;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
  locationAddress?: string | null;
  bookingUrl: string;
};

export type LessonCalendarInput = {
  /** A cancelled lesson needs its own file, since the method is said once in each. */
  method: "PUBLISH" | "CANCEL";
  /** When the booking was made, moved or cancelled: not "now", so that a retry has the same bytes. */
  stampedAt: Instant;
  organiser: { name: string; email: string };
  lessons: readonly CalendarLesson[];
};

export type CalendarFile = { filename: string; content: string; contentType: string };

/**
 * Individual lessons as a calendar file (RFC 5545, 5546). PUBLISH, not REQUEST: nobody is asked to
 * accept, and "decline" in a mail program would not cancel the booking. The id of a booking stays
 * and its sequence rises, so that a calendar changes its entry instead of adding a second.
 */
export function lessonCalendarFile(input: LessonCalendarInput): CalendarFile {
  const { method, stampedAt: changedAt, organiser, lessons } = input;
  const cancelled = method === "CANCEL";
  const entries = lessons.map((lesson) => bookedLessonEntry(lesson, { changedAt, cancelled }));
  return {
    filename: cancelled ? "lesson-cancelled.ics" : "lesson.ics",
    content: calendarText({ method, organiser, entries }),
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  };
}

/** A booked lesson for its family: the same entry in a mailed file and in a subscribed calendar. */
export function bookedLessonEntry(
  lesson: CalendarLesson,
  said: Pick<LessonEntry, "changedAt" | "cancelled">,
): LessonEntry {
  const { bookingId, studentName, courseName, teacherName, bookingUrl, ...facts } = lesson;
  const what = `Individual lesson with ${teacherName}`;
  return {
    ...facts,
    ...said,
    id: bookingId,
    summary: `${studentName}: ${courseName}`,
    description: said.cancelled ? what : `${what}\nMove or cancel: ${bookingUrl}`,
    url: bookingUrl,
  };
}
