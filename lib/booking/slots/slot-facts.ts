import type { Closure } from "@/lib/scheduling/closures";
import type { DatedBlock, DatedExtra, WeeklyWindow } from "@/lib/scheduling/free-time";
import type { Term } from "@/lib/scheduling/term-weeks";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import type { Day, Weekday } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { WallTime } from "@/lib/time/wall-time";
import type { TimeZone } from "@/lib/time/zone";

export type SlotSchool = {
  timeZone: TimeZone;
  weekStart: Weekday;
  noticeHours: number;
  bufferMinutes: number;
  travelGapMinutes: number;
  moveToOtherDays: boolean;
};

export type SlotCourse = {
  id: string;
  teacherId: string;
  locationId: string;
  roomId: string;
  instrument: string | null;
  weekday: Weekday;
  startTime: WallTime;
  groupMinutes: number;
  lessonMinutes: number;
  slotStepMinutes: number | null;
  windowOpensAt: Instant | null;
  windowClosesAt: Instant | null;
};

export type SlotEnrolment = {
  id: string;
  studentId: string;
  startsOn: Day;
  endsOn: Day | null;
  bookUntil: Instant | null;
};

/** A room and the instruments it is fitted for; none listed means all. */
export type SlotRoom = {
  id: string;
  name: string;
  capacity: number;
  instruments: readonly string[];
};

export type TeacherLesson = Interval & { lessonId: string; locationId: string };
export type StudentLesson = Interval & { lessonId: string };
export type RoomLesson = Interval & { lessonId: string; roomId: string };
export type SiblingLesson = Interval & { studentName: string; locationId: string };

/**
 * Everything that decides which slots one enrolment has. Rooms are those of the course's location;
 * the lessons must reach a buffer and a travel gap beyond the week that is asked about.
 */
export type SlotFacts = {
  school: SlotSchool;
  term: Term;
  course: SlotCourse;
  plan: WeekPlan;
  closures: readonly Closure[];
  windows: readonly WeeklyWindow[];
  extras: readonly DatedExtra[];
  blocks: readonly DatedBlock[];
  teacherLessons: readonly TeacherLesson[];
  studentLessons: readonly StudentLesson[];
  rooms: readonly SlotRoom[];
  roomLessons: readonly RoomLesson[];
  enrolment: SlotEnrolment;
  siblingLessons: readonly SiblingLesson[];
};
