import { inSchool, type Db } from "@/lib/db/in-school";
import type { TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Weekday } from "@/lib/time/day";
import { dateFromInstant, instantFromDate } from "@/lib/time/instant";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import {
  outsideAvailability,
  type AvailabilityFacts,
  type TaughtLesson,
} from "./availability-gaps";
import { findDatedEntries, type DatedEntry } from "./find-dated-entries";
import { findWindows, type NamedWindow } from "./find-windows";

export type AvailabilityView = {
  teacherId: TeacherId;
  teacherName: string;
  windows: NamedWindow[];
  /** What is different on dates ahead, an entry for each range of days. */
  entries: DatedEntry[];
  /** Booked lessons ahead that lie outside: a warning, nothing is cancelled. */
  outside: TaughtLesson[];
};

/** A teacher's open times from today on. Throws `NotFound`. */
export async function getAvailability(
  ctx: SchoolContext,
  teacherId: TeacherId,
): Promise<AvailabilityView> {
  return inSchool(ctx, async (db) => {
    const teacher = await db.teacher.findFirst({
      where: { id: teacherId },
      select: { person: { select: { givenName: true, familyName: true } } },
    });
    if (teacher === null) throw new NotFound();
    const windows = await findWindows(db, teacherId);
    const entries = await findDatedEntries(db, ctx, teacherId);
    const facts: AvailabilityFacts = {
      timeZone: ctx.school.timeZone,
      windows,
      extras: entries.flatMap((entry) => (entry.kind === "EXTRA" ? entry.days : [])),
      blocks: entries.flatMap((entry) => (entry.kind === "BLOCK" ? entry.days : [])),
    };
    return {
      teacherId,
      teacherName: `${teacher.person.givenName} ${teacher.person.familyName}`,
      windows,
      entries,
      outside: outsideAvailability(facts, await bookedLessons(db, ctx, teacherId)),
    };
  });
}

const LESSON = {
  startsAt: true,
  endsAt: true,
  course: {
    select: { name: true, locationId: true, weekday: true, startMinute: true, groupMinutes: true },
  },
  enrolment: {
    select: { student: { select: { person: { select: { givenName: true, familyName: true } } } } },
  },
} as const;

async function bookedLessons(
  db: Db,
  ctx: SchoolContext,
  teacherId: TeacherId,
): Promise<TaughtLesson[]> {
  const rows = await db.lesson.findMany({
    where: {
      teacherId,
      enrolmentId: { not: null },
      cancelledAt: null,
      startsAt: { gt: dateFromInstant(ctx.now) },
    },
    select: LESSON,
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ course, enrolment, ...row }) => {
    const person = enrolment?.student.person;
    return {
      startsAt: instantFromDate(row.startsAt),
      endsAt: instantFromDate(row.endsAt),
      courseName: course.name,
      studentName: person ? `${person.givenName} ${person.familyName}` : "",
      locationId: course.locationId,
      groupTime: {
        weekday: course.weekday as Weekday | null,
        startTime: wallTimeFromMinutes(course.startMinute),
        groupMinutes: course.groupMinutes,
      },
    };
  });
}
