import type { FeedScope } from "@/lib/feed-scope";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { Instant } from "@/lib/time/instant";
import type { LessonEntry } from "../calendar-text";
import { bookedLessonEntry } from "../lesson-calendar-file";
import { namesInWords } from "../templates/lesson-words";

/** A lesson of a feed; `students` are those whom its reader may see, as the reader calls them. */
export type FeedRow = {
  lessonId: string;
  bookingId: string | null;
  courseKind: CourseKind;
  lessonKind: "GROUP" | "INDIVIDUAL";
  sequence: number;
  changedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  cancelled: boolean;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
  locationAddress: string | null;
  students: readonly string[];
};

/** `home` is the address of the reader's own page. */
type Reader = { scope: FeedScope; home: string };

/** One entry a lesson, in the words of whoever reads them: siblings in one lesson share it. */
export function feedEntries(rows: readonly FeedRow[], reader: Reader): LessonEntry[] {
  return rows.map((row) =>
    reader.scope === "FAMILY" && row.bookingId !== null
      ? familyBooking({ ...row, bookingId: row.bookingId }, reader.home)
      : lessonEntry(row, reader),
  );
}

function familyBooking(row: FeedRow & { bookingId: string }, home: string): LessonEntry {
  const { changedAt, cancelled, students } = row;
  const bookingUrl = `${home}/bookings/${row.bookingId}`;
  const lesson = { ...row, studentName: namesInWords(students), bookingUrl };
  return bookedLessonEntry(lesson, { changedAt, cancelled });
}

function lessonEntry(row: FeedRow, { scope, home }: Reader): LessonEntry {
  return {
    ...row,
    id: row.bookingId ?? row.lessonId,
    summary: summaryOf(row, scope),
    description: `${kindInWords(row)} with ${row.teacherName}`,
    url: home,
  };
}

function summaryOf({ courseName, teacherName, lessonKind, students }: FeedRow, scope: FeedScope) {
  const names = namesInWords(students);
  switch (scope) {
    case "SCHOOL":
      return `${courseName}, ${teacherName}`;
    case "TEACHER":
      return lessonKind === "INDIVIDUAL" && names !== "" ? `${courseName}: ${names}` : courseName;
    case "FAMILY":
      return `${names}: ${courseName}`;
    case "STUDENT":
      return courseName;
  }
}

function kindInWords({ courseKind, lessonKind }: FeedRow): string {
  if (lessonKind === "INDIVIDUAL") return "Individual lesson";
  if (courseKind === "BAND") return "Band";
  return courseKind === "ONE_OFF" ? "Workshop" : "Group lesson";
}
