import type { CourseKind } from "@/lib/scheduling/course-lessons";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import type { Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";

/** When, where and by whom a lesson is given. */
export type LessonState = Interval & {
  teacherId: string;
  teacherName: string;
  roomId: string;
  roomName: string;
  locationName: string;
};

export type Part = "TEACHER" | "STUDENT";

/** Somebody's part in a lesson before the change; null where they were not in it. */
export type PartBefore = {
  personId: string;
  part: Part;
  lessonId: string;
  before: LessonState | null;
  /** The lesson came back: it had been cancelled, for that. */
  cancelledFor: string | null;
};

/** A lesson as it stands now. */
export type LessonNow = LessonState & {
  id: string;
  courseId: string;
  courseName: string;
  courseKind: CourseKind;
  kind: "GROUP" | "INDIVIDUAL";
  week: number | null;
  /** Booked by a family: then it is of its own, and no other takes its place. */
  bookingId: string | null;
  enrolmentId: string | null;
  isCancelled: boolean;
  /** Why, where there is a word for it: the name of the closure. */
  reason: string | null;
  /** What its week is by the plan now, where a change of the plan cancelled it; else null. */
  replannedAs: WeekKind | null;
  /** Teacher and students who are in it. */
  people: readonly string[];
};

export type ChangeFacts = {
  parts: readonly PartBefore[];
  /** Every lesson, cancelled or not, of the courses of the parts. */
  lessons: readonly LessonNow[];
};

/** What became of one lesson for one person. */
export type LessonChange = {
  /** `left`: it is held without them; `passed-on`: by another teacher. */
  became: "cancelled" | "left" | "passed-on" | "changed" | "restored" | "added";
  lesson: LessonNow;
  before: LessonState | null;
  /** Null: it is not held. */
  after: LessonState | null;
  /** Who is, or was, in it. */
  studentIds: readonly string[];
};

/** A group lesson that is not held because its week is one of individual lessons now. */
export function hasBecomeIndividual({
  became,
  lesson,
}: Pick<LessonChange, "became" | "lesson">): boolean {
  const isGroup = lesson.enrolmentId === null;
  return became === "cancelled" && isGroup && lesson.replannedAs === "INDIVIDUAL";
}

/** What a teacher is told: of their own lessons, and which students are no longer in one they still give. */
export type TeacherChanges = {
  changes: LessonChange[];
  left: { studentId: string; lesson: LessonNow }[];
};

/** Everybody to whom a change makes a difference, by the id of the person. */
export type PeopleChanges = {
  students: ReadonlyMap<string, LessonChange[]>;
  teachers: ReadonlyMap<string, TeacherChanges>;
};

/**
 * What a change of the schedule made of people's lessons, by time: the difference between what was
 * before it and what is so now. What has been put back, or changed again, by now is told as it is
 * now, or not at all; what is over is not told.
 */
export function peopleChanges(facts: ChangeFacts, now: Instant): PeopleChanges {
  const index = indexOfChange(facts);
  const students = new Map<string, LessonChange[]>();
  const teachers = new Map<string, TeacherChanges>();
  const teacher = (id: string) => {
    const known = teachers.get(id) ?? { changes: [], left: [] };
    teachers.set(id, known);
    return known;
  };
  for (const person of index.people.values()) {
    const changes = changesOfPerson(index, person, now);
    if (changes.length === 0) continue;
    if (person.part === "TEACHER") teacher(person.personId).changes.push(...changes);
    else students.set(person.personId, changes);
  }
  for (const [studentId, changes] of students) {
    for (const { became, lesson } of changes) {
      if (became === "left") teacher(lesson.teacherId).left.push({ studentId, lesson });
    }
  }
  return { students, teachers };
}

type Person = { personId: string; part: Part };

/** The facts of a change, put in order once for all its people. */
type ChangeIndex = {
  lessonOf: (part: PartBefore) => LessonNow | undefined;
  lessonsAt: ReadonlyMap<string, readonly LessonNow[]>;
  partsAt: ReadonlyMap<string, readonly PartBefore[]>;
  partsOf: ReadonlyMap<string, readonly PartBefore[]>;
  people: ReadonlyMap<string, Person>;
};

function indexOfChange({ parts, lessons }: ChangeFacts): ChangeIndex {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const lessonOf = ({ lessonId }: PartBefore) => byId.get(lessonId);
  return {
    lessonOf,
    lessonsAt: Map.groupBy(lessons, slotOf),
    partsAt: Map.groupBy(parts, (part) => slotOf(lessonOf(part))),
    partsOf: Map.groupBy(parts, keyOf),
    people: new Map(
      parts.map(({ personId, part }) => [keyOf({ personId, part }), { personId, part }]),
    ),
  };
}

function keyOf({ personId, part }: Person): string {
  return `${part} ${personId}`;
}

function changesOfPerson(index: ChangeIndex, person: Person, now: Instant): LessonChange[] {
  const mine = index.partsOf.get(keyOf(person)) ?? [];
  const slots = Map.groupBy(mine, (one) => slotOf(index.lessonOf(one)));
  return [...slots]
    .flatMap(([slot, parts]) => changeAt(index, { slot, parts, ...person }) ?? [])
    .filter(({ before, after }) => [before, after].some((state) => state && state.startsAt > now))
    .sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ before, after, lesson }: LessonChange): Instant {
  return (before ?? after ?? lesson).startsAt;
}

/** A course has one fixed lesson a week: another in its place is the same to people, moved. */
function slotOf(lesson: LessonNow | undefined): string {
  if (lesson === undefined) return "";
  return lesson.enrolmentId === null ? `${lesson.courseId} ${lesson.week ?? "once"}` : lesson.id;
}

type SlotChange = Person & { slot: string; parts: readonly PartBefore[] };

function changeAt(index: ChangeIndex, change: SlotChange): LessonChange | null {
  const difference = differenceAt(index, change);
  return difference && { ...difference, studentIds: studentsAt(index, difference.lesson) };
}

/** A cancelled lesson has nobody in it any more: those who were. */
function studentsAt(index: ChangeIndex, lesson: LessonNow): string[] {
  if (!lesson.isCancelled) return lesson.people.filter((id) => id !== lesson.teacherId);
  return (index.partsAt.get(slotOf(lesson)) ?? [])
    .filter(({ part, lessonId }) => part === "STUDENT" && lessonId === lesson.id)
    .map(({ personId }) => personId);
}

type Difference = Omit<LessonChange, "studentIds">;

function differenceAt(index: ChangeIndex, change: SlotChange): Difference | null {
  const lessons = index.lessonsAt.get(change.slot) ?? [];
  const held = lessons.find(({ isCancelled }) => !isCancelled);
  const after = held?.people.includes(change.personId) ? held : null;
  const was = change.parts.find(({ before }) => before !== null);
  if (was?.before) {
    const lesson = index.lessonOf(was);
    return lesson === undefined ? null : ended({ lesson, held, after, before: was.before }, change);
  }
  if (after === null) return null;
  const parts = index.partsAt.get(change.slot) ?? [];
  const became = cameBack(after, parts) ? "restored" : "added";
  return { became, lesson: after, before: null, after };
}

/** For everybody, and not by the plan of its week: that makes a group lesson of it, which is news. */
function cameBack({ courseKind }: LessonNow, parts: readonly PartBefore[]): boolean {
  const isPlanned = ({ cancelledFor }: PartBefore) =>
    cancelledFor === "WEEK_PLAN" && courseKind === "HYBRID";
  return (
    parts.every(({ before }) => before === null) &&
    parts.some((part) => part.cancelledFor !== null && !isPlanned(part))
  );
}

type Ended = {
  lesson: LessonNow;
  held: LessonNow | undefined;
  after: LessonNow | null;
  before: LessonState;
};

function ended({ lesson, held, after, before }: Ended, { part }: Person): Difference | null {
  if (after !== null) {
    return isSame(before, after) ? null : { became: "changed", lesson: after, before, after };
  }
  if (held === undefined) return { became: "cancelled", lesson, before, after: null };
  const became = part === "TEACHER" ? "passed-on" : "left";
  return { became, lesson: held, before, after: held };
}

function isSame(a: LessonState, b: LessonState): boolean {
  return (
    a.startsAt === b.startsAt &&
    a.endsAt === b.endsAt &&
    a.teacherId === b.teacherId &&
    a.roomId === b.roomId
  );
}
