import { type CourseId, type EnrolmentId, type LessonId, newId } from "@/lib/ids";
import type { Closure } from "@/lib/scheduling/closures";
import { type CourseKind, type CourseLesson, lessonDaysOf } from "@/lib/scheduling/course-lessons";
import type { WeekKind, WeekPlan } from "@/lib/scheduling/week-plan";
import { asDay, type Day, type Weekday } from "@/lib/time/day";
import { asInstant, type Instant } from "@/lib/time/instant";
import { asWallTime, minutesOfDay } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import { superuserQuery } from "./database";
import { date, insertRow, nextNumber } from "./insert-row";
import { insertLesson, reserve } from "./lesson-factory";
import { aTeacher, type TestStudent, type TestTeacher } from "./people-factory";
import {
  aRoom,
  aTerm,
  TEST_NOW,
  type TestRoom,
  type TestSchool,
  type TestTerm,
} from "./school-factory";

export type TestLesson = CourseLesson & { id: LessonId };

export type TestCourse = {
  id: CourseId;
  kind: CourseKind;
  name: string;
  school: TestSchool;
  term: TestTerm;
  teacher: TestTeacher;
  room: TestRoom;
  weekday: Weekday;
  startTime: string;
  lessonMinutes: number | null;
  plan: WeekPlan;
  /** Its stored lessons: every week, or a hybrid course's group weeks; none on closed days. */
  lessons: readonly TestLesson[];
};

export type CourseOptions = {
  name?: string;
  term?: TestTerm;
  teacher?: TestTeacher;
  room?: TestRoom;
  instrument?: string;
  weekday?: Weekday;
  startTime?: string;
  groupMinutes?: number;
  capacity?: number;
  windowOpensAt?: Instant | null;
  windowClosesAt?: Instant | null;
  /** When its families were told that it is open; null, as without it, where they are to be told. */
  windowAnnouncedAt?: Instant | null;
};

export type HybridOptions = CourseOptions & {
  /** A letter for each week: G(roup), I(ndividual) or - for none. */
  plan?: string;
  lessonMinutes?: number;
  slotStepMinutes?: 5 | 10 | 15 | 30;
};

/** "Piano Foundation 1" of the example: Mondays 16:00, 45-minute lessons, its window open. */
export function aHybridCourse(
  school: TestSchool,
  options: HybridOptions = {},
): Promise<TestCourse> {
  const plan = planOf(options.plan ?? "GGGIGGGIGI");
  const lengths = {
    lessonMinutes: options.lessonMinutes ?? 45,
    slotStepMinutes: options.slotStepMinutes,
  };
  return aCourse(school, "HYBRID", { ...options, ...lengths, weeks: plan });
}

export function aGroupCourse(school: TestSchool, options: CourseOptions = {}): Promise<TestCourse> {
  return aCourse(school, "GROUP", options);
}

export function anIndividualCourse(
  school: TestSchool,
  options: CourseOptions = {},
): Promise<TestCourse> {
  return aCourse(school, "INDIVIDUAL", { groupMinutes: 30, capacity: 1, ...options });
}

type AnyCourse = CourseOptions & {
  weeks?: WeekPlan;
  lessonMinutes?: number;
  slotStepMinutes?: number | undefined;
};

async function aCourse(
  school: TestSchool,
  kind: CourseKind,
  options: AnyCourse,
): Promise<TestCourse> {
  const course = {
    id: newId<CourseId>(),
    kind,
    name: options.name ?? `Course ${nextNumber()}`,
    school,
    term: options.term ?? (await aTerm(school)),
    teacher: options.teacher ?? (await aTeacher(school)),
    room: options.room ?? (await aRoom(school)),
    weekday: options.weekday ?? (1 as const),
    startTime: options.startTime ?? "16:00",
    lessonMinutes: options.lessonMinutes ?? null,
    plan: options.weeks ?? [],
    lessons: [],
  } satisfies TestCourse;
  const groupMinutes = options.groupMinutes ?? 60;
  await insertRow("course", {
    ...courseRow(course, options),
    groupMinutes,
    lessonMinutes: course.lessonMinutes,
    slotStepMinutes: options.slotStepMinutes,
  });
  for (const { week, kind: weekKind } of course.plan) {
    const planned = { schoolId: school.id, courseId: course.id, week, kind: weekKind };
    await insertRow("week_plan_week", planned);
  }
  return { ...course, lessons: await storeLessons(course, groupMinutes) };
}

function courseRow(course: TestCourse, options: CourseOptions) {
  const { windowOpensAt = asInstant(TEST_NOW - 1), windowClosesAt = null } = options;
  return {
    schoolId: course.school.id,
    id: course.id,
    termId: course.term.id,
    kind: course.kind,
    name: course.name,
    instrument: options.instrument,
    teacherId: course.teacher.id,
    locationId: course.room.location.id,
    roomId: course.room.id,
    weekday: course.weekday,
    startMinute: minutesOfDay(asWallTime(course.startTime)),
    capacity: options.capacity ?? 6,
    windowOpensAt: date(windowOpensAt),
    windowClosesAt: date(windowClosesAt),
    windowAnnouncedAt: date(options.windowAnnouncedAt ?? null),
  };
}

async function storeLessons(course: TestCourse, groupMinutes: number): Promise<TestLesson[]> {
  const times = {
    kind: course.kind,
    weekday: course.weekday,
    locationId: course.room.location.id,
    startTime: asWallTime(course.startTime),
    groupMinutes,
  };
  const closures = await closuresOf(course.school);
  const facts = { school: course.school.facts, term: course.term, course: times, closures };
  const lessons = lessonDaysOf(facts, course.plan).map((lesson) => ({
    ...lesson,
    id: newId<LessonId>(),
  }));
  const kind = course.kind === "INDIVIDUAL" ? "INDIVIDUAL" : "GROUP";
  for (const lesson of lessons) await insertLesson(course, { ...lesson, kind });
  return lessons;
}

export type TestEnrolment = { id: EnrolmentId; course: TestCourse; student: TestStudent };

type EnrolmentOptions = {
  startsOn?: string;
  endsOn?: string;
  bookUntil?: Instant;
  createdAt?: Instant;
};

/** For the whole term unless said otherwise; the student is reserved for the stored lessons. */
export async function anEnrolment(
  course: TestCourse,
  student: TestStudent,
  options: EnrolmentOptions = {},
): Promise<TestEnrolment> {
  const id = newId<EnrolmentId>();
  const startsOn = options.startsOn === undefined ? course.term.startsOn : asDay(options.startsOn);
  const endsOn = options.endsOn === undefined ? null : asDay(options.endsOn);
  await insertRow("enrolment", {
    schoolId: course.school.id,
    id,
    courseId: course.id,
    courseKind: course.kind,
    studentId: student.id,
    startsOn,
    endsOn,
    bookUntil: date(options.bookUntil ?? null),
    createdAt: date(options.createdAt ?? TEST_NOW),
  });
  for (const lesson of course.lessons) {
    const day = dayAt(lesson.startsAt, course.school.facts.timeZone);
    const isEnrolled = startsOn <= day && (endsOn === null || day <= endsOn);
    if (isEnrolled) await reserve(course.school, lesson, { studentId: student.id });
  }
  return { id, course, student };
}

function planOf(letters: string): WeekPlan {
  const kinds: Record<string, WeekKind> = { G: "GROUP", I: "INDIVIDUAL", "-": "NONE" };
  return [...letters].map((letter, index) => {
    const kind = kinds[letter];
    if (kind === undefined) throw new Error(`A plan is written with G, I and -, not ${letter}`);
    return { week: index + 1, kind };
  });
}

async function closuresOf(school: TestSchool): Promise<Closure[]> {
  const { rows } = await superuserQuery(
    `SELECT name, location_id, starts_on::text, ends_on::text FROM closure WHERE school_id = $1`,
    [school.id],
  );
  return rows.map((row) => ({
    name: String(row.name),
    locationId: row.location_id === null ? null : String(row.location_id),
    startsOn: String(row.starts_on) as Day,
    endsOn: String(row.ends_on) as Day,
  }));
}
