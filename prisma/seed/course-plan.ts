import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { Weekday } from "@/lib/time/day";
import { asWallTime, type WallTime } from "@/lib/time/wall-time";

export type PlannedTeacher = {
  key: string;
  givenName: string;
  familyName: string;
  instruments: readonly string[];
  /** Before the @ of the contact email; without one the given name. */
  mailName?: string;
  /** Weekly open times: weekday, from, to. */
  open: readonly { weekday: Weekday; from: WallTime; to: WallTime }[];
  location: string;
};

export type PlannedRoom = { name: string; capacity: number; instruments: readonly string[] };

export type PlannedLocation = {
  name: string;
  address: string;
  phone: string;
  rooms: readonly PlannedRoom[];
};

export type PlannedCourse = {
  kind: CourseKind;
  name: string;
  instrument: string | null;
  /** The teacher's key. */
  teacher: string;
  room: string;
  weekday: Weekday;
  start: WallTime;
  minutes: number;
  capacity: number;
  /** How many students are enrolled. */
  students: number;
  ages: readonly [number, number];
  groupPrice?: number;
  hybrid?: PlannedHybrid;
};

export type PlannedHybrid = {
  lessonMinutes: number;
  lessonPrice: number;
  slotStep?: 5 | 10 | 15 | 30;
  /** "G" group, "I" individual, "-" none, week by week. */
  plan: string;
  /** When families may book, as weeks and weekdays of the term; none: not planned yet. */
  window?: { opens: readonly [number, Weekday]; closes: readonly [number, Weekday] };
  /** How many of the enrolled book each individual week. */
  booked: Readonly<Record<number, number>>;
};

type Row = readonly [
  name: string,
  instrument: string,
  teacher: string,
  room: string,
  weekday: Weekday,
  start: string,
  minutes: number,
  students: number,
];

type Booking = Pick<PlannedHybrid, "window" | "booked">;

/** A course whose fixed lessons are all it has. */
export function weekly(
  kind: Exclude<CourseKind, "HYBRID">,
  ages: readonly [number, number],
  row: Row,
): PlannedCourse {
  const [name, instrument, teacherKey, room, weekday, start, minutes, students] = row;
  const places = { teacher: teacherKey, room, weekday, start: asWallTime(start), minutes };
  const capacity = kind === "INDIVIDUAL" ? 1 : students + 2;
  const groupPrice = kind === "INDIVIDUAL" ? 4500 : 3000;
  return { kind, name, instrument, ...places, capacity, students, ages, groupPrice };
}

/** A hybrid course with individual lessons of half an hour. */
export function hybrid(plan: string, row: Row, booking: Booking): PlannedCourse {
  const course = weekly("GROUP", [6, 12], row);
  const lesson = { lessonMinutes: 30, lessonPrice: 4000, slotStep: 15 } as const;
  return { ...course, kind: "HYBRID", groupPrice: 3200, hybrid: { ...lesson, plan, ...booking } };
}

/** A teacher of one location: full name, what is taught, and weekly open times by ISO weekday. */
export function teacher(
  [name, instruments, location]: readonly [string, string, string],
  open: string,
): PlannedTeacher {
  const [givenName = "", familyName = ""] = name.split(" ");
  return {
    key: givenName,
    givenName,
    familyName,
    instruments: instruments.split(" "),
    location,
    open: open.split(", ").map((text) => {
      const [, weekday = "", from = "", to = ""] = /^([1-7]) ([\d:]+)-([\d:]+)$/.exec(text) ?? [];
      return { weekday: Number(weekday) as Weekday, from: asWallTime(from), to: asWallTime(to) };
    }),
  };
}
