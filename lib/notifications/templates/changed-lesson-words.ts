import type { BookingWindow } from "@/lib/booking/window/booking-window";
import { formatTimeRange } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { namesInWords, reachSchool, shortTime, type MailLesson } from "./lesson-words";
import type { MailSchool } from "./mail-content";

/** What became of one lesson for whoever reads of it. */
export type ChangedLesson = {
  became:
    | "cancelled"
    | "left"
    | "passed-on"
    | "changed"
    | "restored"
    | "added"
    /** A group lesson whose week has individual lessons now, and the other way round. */
    | "individual"
    | "group";
  /** Of the term. */
  week: number | null;
  before: MailLesson | null;
  after: MailLesson | null;
  /** Why it is cancelled: the name of a closure. */
  reason: string | null;
  /** When the reader may book the individual lesson of the week; null where it is not theirs to book. */
  window: BookingWindow | null;
};

/** Lessons of one course and, where it matters to the reader, of one student. */
export type ChangedCourse = {
  who: string | null;
  courseName: string;
  /** By time. */
  lessons: readonly ChangedLesson[];
  /**
   * Where a family books what is theirs to book now, and until when (null: no end is set); `again` where
   * they had booked it and lost it.
   */
  book: { url: string; until: Instant | null; again: boolean } | null;
};

/** What became of a lesson, beside its day: "Cancelled: Labour Day", "Moved to Wed 5 May, 4:00 pm". */
export function becameInWords(lesson: ChangedLesson, school: MailSchool): string {
  const { became, week, before, after, reason } = lesson;
  switch (became) {
    case "cancelled":
      return reason === null ? "Cancelled" : `Cancelled: ${reason}`;
    case "left":
      return "No longer enrolled";
    case "passed-on":
      return after === null ? "Another teacher" : `Now taught by ${after.teacherName}`;
    case "restored":
      return after === null ? "Back on" : `Back on, ${placeOf(after)}`;
    case "added":
      return after === null
        ? "New lesson"
        : `New lesson with ${after.teacherName}, ${placeOf(after)}`;
    case "individual":
      return nowIndividual(lesson, school);
    case "group":
      return after === null
        ? "Now a group lesson"
        : `Week ${week} is now a group lesson, with ${after.teacherName}, ${placeOf(after)}`;
    case "changed":
      return before === null || after === null ? "Changed" : differences(before, after, school);
  }
}

/** "Week 3 is now an individual lesson: book a time until Sun 6 Dec, 8:00 pm". */
function nowIndividual({ week, window }: ChangedLesson, school: MailSchool): string {
  if (window === null) return `Week ${week} now has individual lessons`;
  return `Week ${week} is now an individual lesson: ${whenToBook(window, school)}`;
}

function whenToBook(window: BookingWindow, school: MailSchool): string {
  switch (window.state) {
    case "none":
      return "booking is not open yet";
    case "not-yet":
      return `booking opens ${shortTime(window.opensAt, school)}`;
    case "open":
      return window.closesAt === null
        ? "book a time"
        : `book a time until ${shortTime(window.closesAt, school)}`;
    case "closed":
      return `booking has closed, please ${reachSchool(school)}`;
  }
}

function differences(before: MailLesson, after: MailLesson, school: MailSchool): string {
  const parts = [
    ...timeDifference(before, after, school),
    ...(before.teacherName === after.teacherName ? [] : [`now with ${after.teacherName}`]),
    ...(placeOf(before) === placeOf(after) ? [] : [`now in ${placeOf(after)}`]),
  ];
  const words = parts.join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function timeDifference(before: MailLesson, after: MailLesson, school: MailSchool): string[] {
  if (before.startsAt !== after.startsAt) return [`moved to ${shortTime(after.startsAt, school)}`];
  if (before.endsAt === after.endsAt) return [];
  return [`now ${formatTimeRange(after, school.timeZone, school.locale)}`];
}

function placeOf({ roomName, locationName }: MailLesson): string {
  return `${roomName}, ${locationName}`;
}

/** When it was, or is now where it was not before. */
export function startOfChanged({ before, after }: ChangedLesson, school: MailSchool): string {
  const lesson = before ?? after;
  return lesson === null ? "" : shortTime(lesson.startsAt, school);
}

const LEADS = {
  cancelled: ["Cancelled", "lessons cancelled"],
  left: ["No longer enrolled", "lessons, no longer enrolled"],
  "passed-on": ["Another teacher", "lessons go to another teacher"],
  restored: ["Back on", "lessons are back on"],
  added: ["New lesson", "new lessons"],
  individual: ["Now individual", "lessons are now individual"],
  group: ["Now a group lesson", "new group lessons"],
  moved: ["Moved", "lessons moved"],
  teacher: ["New teacher", "lessons with a new teacher"],
  room: ["New room", "lessons in another room"],
} as const;

/** "Cancelled: Mia, Guitar Group, Mon 3 May, 4:00 pm" or "3 lessons cancelled: Mia and Leo". */
export function changesInWords(courses: readonly ChangedCourse[], school: MailSchool): string {
  const lessons = courses.flatMap((course) => course.lessons);
  const kinds = new Set(lessons.map(kindOf));
  const [kind] = kinds;
  const [first] = lessons;
  const [course] = courses;
  if (kind === undefined || first === undefined || course === undefined) return "";
  if (kinds.size > 1) return `Lessons changed: ${whatOf(courses)}`;
  const [one, many] = LEADS[kind];
  if (lessons.length > 1) return `${lessons.length} ${many}: ${whatOf(courses)}`;
  const named = [course.who, course.courseName, startOfChanged(first, school)];
  return `${one}: ${named.filter((part) => part !== null).join(", ")}`;
}

function kindOf({ became, before, after }: ChangedLesson): keyof typeof LEADS {
  if (became !== "changed") return became;
  if (before?.startsAt !== after?.startsAt || before?.endsAt !== after?.endsAt) return "moved";
  return before?.teacherName === after?.teacherName ? "room" : "teacher";
}

/** Whose lessons, or which where the reader's own are meant. */
function whatOf(courses: readonly ChangedCourse[]): string {
  const names = [...new Set(courses.map(({ who, courseName }) => who ?? courseName))];
  const first = names.slice(0, MOST_NAMES);
  const more = names.length - first.length;
  return namesInWords(more === 0 ? first : [...first, `${more} more`]);
}

const MOST_NAMES = 3;
