import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { dateFromInstant, type Instant } from "@/lib/time/instant";

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
 * and its sequence rises, so that a calendar changes its entry instead of adding a second. Times
 * are in UTC, which every calendar shows in its own zone and no clock change can bend.
 */
export function lessonCalendarFile(input: LessonCalendarInput): CalendarFile {
  const cancelled = input.method === "CANCEL";
  const calendar = ical({
    prodId: { company: "Music 'n Me", product: "Lessons", language: "EN" },
    method: ICalCalendarMethod[input.method],
  });
  for (const lesson of input.lessons) {
    calendar.createEvent({
      id: `${lesson.bookingId}@musicnme`,
      sequence: lesson.sequence,
      stamp: dateFromInstant(input.stampedAt),
      start: dateFromInstant(lesson.startsAt),
      end: dateFromInstant(lesson.endsAt),
      summary: `${lesson.studentName}: ${lesson.courseName}`,
      description: description(lesson),
      location: place(lesson),
      url: lesson.bookingUrl,
      organizer: input.organiser,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return {
    filename: cancelled ? "lesson-cancelled.ics" : "lesson.ics",
    content: calendar.toString(),
    contentType: `text/calendar; charset=utf-8; method=${input.method}`,
  };
}

function place({ roomName, locationName, locationAddress }: CalendarLesson): string {
  return [roomName, locationName, locationAddress].filter(Boolean).join(", ");
}

function description({ teacherName, bookingUrl }: CalendarLesson): string {
  return [`Individual lesson with ${teacherName}`, `Move or cancel: ${bookingUrl}`].join("\n");
}
