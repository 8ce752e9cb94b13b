import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId, EnrolmentId, RoomId, StudentId, TeacherId, TermId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dayFromDate, type Day, type Weekday } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { wallTimeFromMinutes, type WallTime } from "@/lib/time/wall-time";
import type { CourseKind } from "./course-lessons";

export type CourseView = {
  id: CourseId;
  name: string;
  archived: boolean;
  kind: CourseKind;
  instrument: string | null;
  termId: TermId;
  termName: string;
  teacherId: TeacherId;
  teacherName: string;
  locationName: string;
  roomId: RoomId;
  roomName: string;
  weekday: Weekday | null;
  heldOn: Day | null;
  startTime: WallTime;
  groupMinutes: number;
  lessonMinutes: number | null;
  slotStepMinutes: number | null;
  capacity: number;
  groupPriceMinor: number | null;
  lessonPriceMinor: number | null;
  roster: RosterEntry[];
  /** The fixed lessons that are still to be held, by time. */
  lessonsAhead: (Interval & { week: number | null })[];
};

export type RosterEntry = {
  enrolmentId: EnrolmentId;
  studentId: StudentId;
  studentName: string;
  startsOn: Day;
  endsOn: Day | null;
  bookUntil: Instant | null;
};

const NAME = { givenName: true, familyName: true } as const;

/** A course with its roster. Throws `NotFound`. */
export async function getCourse(ctx: SchoolContext, courseId: CourseId): Promise<CourseView> {
  return inSchool(ctx, async (db) => {
    const row = await db.course.findFirst({
      where: { id: courseId },
      include: {
        term: { select: { name: true } },
        teacher: { select: { person: { select: NAME } } },
        location: { select: { name: true } },
        room: { select: { name: true } },
      },
    });
    if (row === null) throw new NotFound();
    return {
      id: courseId,
      name: row.name,
      archived: row.archivedAt !== null,
      kind: row.kind,
      instrument: row.instrument,
      termId: row.termId as TermId,
      termName: row.term.name,
      teacherId: row.teacherId as TeacherId,
      teacherName: nameOf(row.teacher.person),
      locationName: row.location.name,
      roomId: row.roomId as RoomId,
      roomName: row.room.name,
      weekday: row.weekday as Weekday | null,
      heldOn: row.heldOn && dayFromDate(row.heldOn),
      startTime: wallTimeFromMinutes(row.startMinute),
      groupMinutes: row.groupMinutes,
      lessonMinutes: row.lessonMinutes,
      slotStepMinutes: row.slotStepMinutes,
      capacity: row.capacity,
      groupPriceMinor: row.groupPriceMinor,
      lessonPriceMinor: row.lessonPriceMinor,
      roster: await rosterOf(db, courseId),
      lessonsAhead: await lessonsAhead(db, ctx, courseId),
    };
  });
}

async function rosterOf(db: Db, courseId: CourseId): Promise<RosterEntry[]> {
  const rows = await db.enrolment.findMany({
    where: { courseId },
    include: { student: { select: { person: { select: NAME } } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    enrolmentId: row.id as EnrolmentId,
    studentId: row.studentId as StudentId,
    studentName: nameOf(row.student.person),
    startsOn: dayFromDate(row.startsOn),
    endsOn: row.endsOn && dayFromDate(row.endsOn),
    bookUntil: row.bookUntil && instantFromDate(row.bookUntil),
  }));
}

async function lessonsAhead(db: Db, ctx: SchoolContext, courseId: CourseId) {
  const rows = await db.lesson.findMany({
    where: {
      courseId,
      enrolmentId: null,
      cancelledAt: null,
      endsAt: { gt: dateFromInstant(ctx.now) },
    },
    orderBy: { startsAt: "asc" },
    select: { week: true, startsAt: true, endsAt: true },
  });
  return rows.map((row) => ({
    week: row.week,
    startsAt: instantFromDate(row.startsAt),
    endsAt: instantFromDate(row.endsAt),
  }));
}

function nameOf(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}
