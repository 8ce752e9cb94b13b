import { addDays, type Day, type Weekday } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import { instantAt, type TimeZone } from "@/lib/time/zone";
import type { CourseKind } from "./course-lessons";
import { closureOn, type Closure } from "./closures";
import { firstDayOfSchoolWeek } from "./school-week";
import { termWeeks } from "./term-weeks";

/** What an entry of the calendar is; each kind has one colour and one icon. */
export const ENTRY_KINDS = [
  "hybrid-group",
  "hybrid-individual",
  "group",
  "individual",
  "band",
  "one-off",
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Small, since a large school has thousands in a week: names stand once, beside the entries. */
export type CalendarEntry = {
  /** The lesson's id; of a placeholder `placeholderId`. */
  id: string;
  kind: EntryKind;
  courseId: string;
  teacherId: string;
  roomId: string;
  locationId: string;
  startsAt: Instant;
  endsAt: Instant;
  /** How many are in the lesson; for a family how many of its own. */
  students: number;
  /** Who is in it, as far as it was asked for and the reader may see. */
  names: string[];
  /** An individual week's note at the group time instead of a lesson. */
  placeholder: { booked: number; owed: number } | null;
};

export type Named = { id: string; name: string };
export type CalendarClosure = Closure & { location: string | null };

export type CalendarRange = {
  from: Day;
  /** The day after the last one. */
  until: Day;
  /** In order of time. */
  entries: CalendarEntry[];
  closures: CalendarClosure[];
  /** The weeks of terms, by their first days. */
  weeks: { from: Day; term: string; week: number }[];
  placeholderText: string;
  teachers: Named[];
  rooms: Named[];
  locations: Named[];
  courses: Named[];
  /** The reader's own children, or they themselves; nobody for those who see the whole school. */
  students: Named[];
};

export type LessonRow = Omit<CalendarEntry, "kind" | "students" | "names" | "placeholder"> & {
  courseKind: CourseKind;
  lessonKind: "GROUP" | "INDIVIDUAL";
  /** As far as the reader reaches. */
  studentIds: string[];
};

/** A hybrid course in an individual week; `day` is its weekday in that week. */
export type IndividualWeekRow = {
  courseId: string;
  teacherId: string;
  roomId: string;
  locationId: string;
  day: Day;
  startMinute: number;
  groupMinutes: number;
  termStartsOn: Day;
  termEndsOn: Day;
  /** The number of the week in its term. */
  week: number;
  booked: number;
  owed: number;
};

type Listed = Named & { archived: boolean };

export type CalendarRows = {
  lessons: LessonRow[];
  individualWeeks: IndividualWeekRow[];
  closures: CalendarClosure[];
  terms: { name: string; startsOn: Day; endsOn: Day }[];
  placeholderText: string;
  teachers: Listed[];
  rooms: Listed[];
  locations: Listed[];
  courses: Listed[];
  /** Those students who are to be named, in order of their names. */
  people: Named[];
  students: Named[];
};

export type CalendarFrame = {
  from: Day;
  until: Day;
  school: { timeZone: TimeZone; weekStart: Weekday };
  /** Null: all kinds. */
  kinds: readonly EntryKind[] | null;
  /** Whether only what the entries name is listed, instead of all that the school has. */
  own: boolean;
};

/** Lessons and placeholders in order of time, with what stands around them. */
export function calendarRange(rows: CalendarRows, frame: CalendarFrame): CalendarRange {
  const { from, until, school, kinds, own } = frame;
  const names = new Map(rows.people.map(({ id, name }) => [id, name]));
  const entries = [
    ...rows.lessons.map((row) => lessonEntry(row, names)),
    ...rows.individualWeeks
      .filter((row) => meets(row, rows.closures))
      .map((row) => placeholderEntry(row, school.timeZone)),
  ].filter(({ kind }) => kinds === null || kinds.includes(kind));
  const listed = (all: readonly Listed[], idOf: (entry: CalendarEntry) => string) => {
    const used = new Set(entries.map(idOf));
    return all.filter(({ id, archived }) => used.has(id) || !(archived || own)).map(named);
  };
  return {
    from,
    until,
    entries: entries.sort(inOrder(rows.courses)),
    closures: rows.closures,
    weeks: weeksOf(rows.terms, frame),
    placeholderText: rows.placeholderText,
    teachers: listed(rows.teachers, ({ teacherId }) => teacherId),
    rooms: listed(rows.rooms, ({ roomId }) => roomId),
    locations: listed(rows.locations, ({ locationId }) => locationId),
    courses: listed(rows.courses, ({ courseId }) => courseId),
    students: rows.students,
  };
}

/** Names a course's placeholder on a day. */
export function placeholderId(courseId: string, day: Day): string {
  return `${courseId}-${day}`;
}

export function kindOf(course: CourseKind, lesson: "GROUP" | "INDIVIDUAL"): EntryKind {
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

/** When a placeholder stands: the group time of its day, on the wall. */
export function placeholderTimes(
  {
    day,
    startMinute,
    groupMinutes,
  }: Pick<IndividualWeekRow, "day" | "startMinute" | "groupMinutes">,
  zone: TimeZone,
): { startsAt: Instant; endsAt: Instant } {
  return {
    startsAt: instantAt(day, wallTimeFromMinutes(startMinute), zone),
    endsAt: instantAt(day, wallTimeFromMinutes(startMinute + groupMinutes), zone),
  };
}

/** A closed weekday, or one outside the term, shows as that and not as an individual week. */
export function meets(row: IndividualWeekRow, closures: readonly Closure[]): boolean {
  const inTerm = row.termStartsOn <= row.day && row.day <= row.termEndsOn;
  return inTerm && closureOn(row.day, row.locationId, closures) === null;
}

function placeholderEntry(row: IndividualWeekRow, zone: TimeZone): CalendarEntry {
  const { courseId, teacherId, roomId, locationId, booked, owed } = row;
  return {
    id: placeholderId(courseId, row.day),
    kind: "hybrid-individual",
    ...{ courseId, teacherId, roomId, locationId },
    ...placeholderTimes(row, zone),
    students: 0,
    names: [],
    placeholder: { booked, owed },
  };
}

function lessonEntry(row: LessonRow, names: ReadonlyMap<string, string>): CalendarEntry {
  const { courseKind, lessonKind, studentIds, ...lesson } = row;
  const known = studentIds.flatMap((id) => names.get(id) ?? []);
  return {
    ...lesson,
    kind: kindOf(courseKind, lessonKind),
    students: studentIds.length,
    // The whole roster or nobody: who is known from another lesson would stand for all of them.
    names: known.length === studentIds.length ? known.sort((a, b) => a.localeCompare(b)) : [],
    placeholder: null,
  };
}

/** By time, and at one time as the courses are listed: by their names. */
function inOrder(courses: readonly Named[]): (a: CalendarEntry, b: CalendarEntry) => number {
  const places = new Map(courses.map(({ id }, place) => [id, place]));
  const placeOf = ({ courseId }: CalendarEntry) => places.get(courseId) ?? courses.length;
  return (a, b) => a.startsAt - b.startsAt || placeOf(a) - placeOf(b);
}

function weeksOf(
  terms: CalendarRows["terms"],
  { from, until, school: { weekStart } }: CalendarFrame,
): CalendarRange["weeks"] {
  const first = firstDayOfSchoolWeek(from, weekStart);
  return terms.flatMap((term) =>
    termWeeks(term, weekStart)
      .filter((week) => first <= week.from && week.from < until)
      .map((week) => ({ from: week.from, term: term.name, week: week.week })),
  );
}

function named({ id, name }: Listed): Named {
  return { id, name };
}

export function closuresOn(day: Day, closures: readonly CalendarClosure[]): CalendarClosure[] {
  return closures.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

export function daysOfRange({ from, until }: { from: Day; until: Day }): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}
