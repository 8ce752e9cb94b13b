import type { BookingId, EnrolmentId, LessonId } from "@/lib/ids";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { Day } from "@/lib/time/day";
import { asInstant, type Instant } from "@/lib/time/instant";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import type { BookingState } from "./entitlement";
import type { SlotFacts } from "./slots/slot-facts";

export type LiveBooking = {
  id: BookingId;
  week: number;
  state: BookingState;
  lessonId: LessonId;
  startsAt: Instant;
  endsAt: Instant;
};

/** Slot facts of one enrolment, with what a booking needs beside them. */
export type BookingFacts = SlotFacts & {
  scheduleVersion: number;
  courseKind: CourseKind;
  courseName: string;
  termName: string;
  names: { student: string; teacher: string; location: string; address: string | null };
  bookings: LiveBooking[];
  /** What was done before under the request key that was asked about. */
  request: { inputHash: string; resultIds: string[] } | null;
};

type Minutes = { startMinute: number; endMinute: number };
type Busy = [lessonId: string, startsAt: number, endsAt: number];

/** The JSON that the SQL function `booking_facts` answers with. */
export type BookingFactsRow = {
  scheduleVersion: number;
  school: SlotFacts["school"];
  term: SlotFacts["term"] & { name: string };
  course: Omit<SlotFacts["course"], "startTime"> & {
    startMinute: number;
    kind: CourseKind;
    name: string;
  };
  enrolment: SlotFacts["enrolment"] & { id: EnrolmentId };
  names: BookingFacts["names"];
  plan: SlotFacts["plan"];
  closures: SlotFacts["closures"];
  windows: (Omit<SlotFacts["windows"][number], "startTime" | "endTime"> & Minutes)[];
  exceptions: (Minutes & { kind: "EXTRA" | "BLOCK"; locationId: string | null; on: Day })[];
  teacherLessons: [...Busy, locationId: string][];
  studentLessons: Busy[];
  rooms: (SlotFacts["rooms"][number] & { busy: Busy[] })[];
  siblingLessons: [studentName: string, locationId: string, startsAt: number, endsAt: number][];
  bookings: LiveBooking[];
  request: BookingFacts["request"];
};

export function bookingFactsOf(row: BookingFactsRow): BookingFacts {
  const { startMinute, kind, name, ...course } = row.course;
  return {
    ...row,
    courseKind: kind,
    courseName: name,
    termName: row.term.name,
    course: { ...course, startTime: wallTimeFromMinutes(startMinute) },
    windows: row.windows.map((window) => ({ ...window, ...wallTimes(window) })),
    extras: row.exceptions.flatMap(({ kind, locationId, on, ...minutes }) =>
      kind === "EXTRA" && locationId !== null ? [{ on, locationId, ...wallTimes(minutes) }] : [],
    ),
    blocks: row.exceptions.flatMap(({ kind, on, ...minutes }) =>
      kind === "BLOCK" ? [{ on, ...wallTimes(minutes) }] : [],
    ),
    teacherLessons: row.teacherLessons.map(([lessonId, startsAt, endsAt, locationId]) => ({
      ...interval(startsAt, endsAt),
      lessonId,
      locationId,
    })),
    studentLessons: row.studentLessons.map(lessonOf),
    rooms: row.rooms.map(({ busy: _busy, ...room }) => room),
    roomLessons: row.rooms.flatMap(({ id, busy }) =>
      busy.map((lesson) => ({ ...lessonOf(lesson), roomId: id })),
    ),
    siblingLessons: row.siblingLessons.map(([studentName, locationId, startsAt, endsAt]) => ({
      ...interval(startsAt, endsAt),
      studentName,
      locationId,
    })),
  };
}

function wallTimes({ startMinute, endMinute }: Minutes) {
  return { startTime: wallTimeFromMinutes(startMinute), endTime: wallTimeFromMinutes(endMinute) };
}

function lessonOf([lessonId, startsAt, endsAt]: Busy) {
  return { ...interval(startsAt, endsAt), lessonId };
}

function interval(startsAt: number, endsAt: number) {
  return { startsAt: asInstant(startsAt), endsAt: asInstant(endsAt) };
}
