import { addDays, type Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { minutesOfDay, wallTimeFromMinutes } from "@/lib/time/wall-time";
import { dayAt, instantAt, wallTimeAt, type TimeZone } from "@/lib/time/zone";
import type { CourseKind } from "./course-lessons";
import { closureOn, type Closure } from "./closures";

/** What an entry of the calendar is; each kind has one colour and one icon. */
export type EntryKind =
  "individual" | "group" | "band" | "hybrid-group" | "hybrid-individual" | "one-off";

export type CalendarEntry = {
  id: string;
  kind: EntryKind;
  courseId: string;
  courseName: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Minutes after midnight on the school's wall. */
  startMinute: number;
  teacher: string;
  room: string;
  location: string;
  /** Who is in the lesson, as far as the reader may see. */
  students: string[];
  /** An individual week's note at the group time instead of a lesson. */
  placeholder: { text: string; booked: number; owed: number } | null;
};

export type CalendarDay = {
  day: Day;
  closures: { name: string; location: string | null }[];
  entries: CalendarEntry[];
};

export type WeekCalendar = {
  days: CalendarDay[];
  term: { name: string; week: number } | null;
  locations: { id: string; name: string }[];
};

export type LessonRow = Omit<CalendarEntry, "kind" | "startMinute" | "placeholder"> & {
  courseKind: CourseKind;
  lessonKind: "GROUP" | "INDIVIDUAL";
};

/** A hybrid course in an individual week; `day` is its weekday in that week. */
export type IndividualWeekRow = {
  courseId: string;
  courseName: string;
  day: Day;
  startMinute: number;
  groupMinutes: number;
  locationId: string;
  teacher: string;
  room: string;
  location: string;
  termStartsOn: Day;
  termEndsOn: Day;
  booked: number;
  owed: number;
};

export type WeekRows = {
  lessons: LessonRow[];
  individualWeeks: IndividualWeekRow[];
  closures: (Closure & { location: string | null })[];
  placeholderText: string;
  term: { name: string; week: number } | null;
  locations: { id: string; name: string }[];
};

type Frame = { from: Day; timeZone: TimeZone };

/** The seven days from `from`: closures, and lessons and placeholders in order of time. */
export function weekCalendar(rows: WeekRows, { from, timeZone }: Frame): WeekCalendar {
  const lessons = rows.lessons.map((row) => lessonEntry(row, timeZone));
  const placeholders = rows.individualWeeks
    .filter((row) => meets(row, rows.closures))
    .map((row) => placeholderEntry(row, rows.placeholderText, timeZone));
  const byDay = Map.groupBy([...lessons, ...placeholders], (entry) =>
    dayAt(entry.startsAt, timeZone),
  );
  const days = Array.from({ length: 7 }, (_, index): CalendarDay => {
    const day = addDays(from, index);
    const entries = (byDay.get(day) ?? []).sort(inOrder);
    return { day, closures: closuresOf(day, rows.closures), entries };
  });
  return { days, term: rows.term, locations: rows.locations };
}

function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  return a.startsAt - b.startsAt || a.courseName.localeCompare(b.courseName);
}

function closuresOf(day: Day, closures: WeekRows["closures"]): CalendarDay["closures"] {
  return closures
    .filter((closure) => closure.startsOn <= day && day <= closure.endsOn)
    .map(({ name, location }) => ({ name, location }));
}

/** A closed weekday, or one outside the term, shows as that and not as an individual week. */
function meets(row: IndividualWeekRow, closures: readonly Closure[]): boolean {
  const inTerm = row.termStartsOn <= row.day && row.day <= row.termEndsOn;
  return inTerm && closureOn(row.day, row.locationId, closures) === null;
}

function placeholderEntry(row: IndividualWeekRow, text: string, zone: TimeZone): CalendarEntry {
  const { courseId, courseName, day, startMinute, teacher, room, location, booked, owed } = row;
  const endMinute = startMinute + row.groupMinutes;
  return {
    id: `${courseId}-${day}`,
    kind: "hybrid-individual",
    ...{ courseId, courseName, startMinute, teacher, room, location },
    startsAt: instantAt(day, wallTimeFromMinutes(startMinute), zone),
    endsAt: instantAt(day, wallTimeFromMinutes(endMinute), zone),
    students: [],
    placeholder: { text, booked, owed },
  };
}

function lessonEntry(row: LessonRow, zone: TimeZone): CalendarEntry {
  const { courseKind, lessonKind, ...entry } = row;
  return {
    ...entry,
    kind: kindOf(courseKind, lessonKind),
    startMinute: minutesOfDay(wallTimeAt(row.startsAt, zone)),
    placeholder: null,
  };
}

function kindOf(course: CourseKind, lesson: "GROUP" | "INDIVIDUAL"): EntryKind {
  switch (course) {
    case "HYBRID":
      return lesson === "GROUP" ? "hybrid-group" : "hybrid-individual";
    case "INDIVIDUAL":
      return "individual";
    case "GROUP":
      return "group";
    case "BAND":
      return "band";
    case "ONE_OFF":
      return "one-off";
  }
}
