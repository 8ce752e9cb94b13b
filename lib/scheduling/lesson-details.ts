import { parseId, type BookingId, type CourseId, type LessonId, type StudentId } from "@/lib/ids";
import { parseDay, type Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import type { EntryKind } from "./calendar-range";

/** One student of a lesson, or one who owes a booking in an individual week. */
export type RosterRow = {
  studentId: StudentId;
  name: string;
  enrolmentId: string | null;
  bookingId: BookingId | null;
  /** When the lesson that they booked for the individual week is; null while it is not booked. */
  lessonAt: Instant | null;
};

export type LessonDetails = {
  id: string;
  kind: EntryKind;
  state: "planned" | "over" | "cancelled";
  course: { id: string; name: string };
  week: number | null;
  startsAt: Instant;
  endsAt: Instant;
  teacher: { id: string; name: string };
  room: string;
  location: { name: string; address: string | null };
  /** Of a placeholder: its note, and how many of those on the roster have booked. */
  placeholder: { text: string; booked: number; owed: number } | null;
  /** By name; for a family its own. */
  roster: RosterRow[];
};

/** What an entry's id names. */
export type EntryName = { lessonId: LessonId } | { courseId: CourseId; day: Day };

const UUID_LENGTH = 36;

/** Reads the id of a lesson or of a placeholder; null for anything else. */
export function parseEntryId(text: string): EntryName | null {
  const id = parseId(text.slice(0, UUID_LENGTH));
  if (id === null) return null;
  if (text.length === UUID_LENGTH) return { lessonId: id as LessonId };
  const day = text[UUID_LENGTH] === "-" ? parseDay(text.slice(UUID_LENGTH + 1)) : null;
  return day && { courseId: id as CourseId, day };
}
