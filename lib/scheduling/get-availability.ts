import { inSchool, type Db } from "@/lib/db/in-school";
import type { AvailabilityId, TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Weekday } from "@/lib/time/day";
import { dateFromInstant, instantFromDate } from "@/lib/time/instant";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import {
  outsideAvailability,
  type AvailabilityFacts,
  type TaughtLesson,
} from "./availability-gaps";
import { findWindows, type NamedWindow } from "./find-windows";
import type { DatedBlock, DatedExtra } from "./free-time";

export type AvailabilityView = {
  teacherId: TeacherId;
  teacherName: string;
  windows: NamedWindow[];
  exceptions: AvailabilityExceptionView[];
  /** Booked lessons ahead that lie outside: a warning, nothing is cancelled. */
  outside: TaughtLesson[];
};

export type AvailabilityExceptionView = {
  id: AvailabilityId;
  reason: string | null;
  locationName: string | null;
} & (({ kind: "EXTRA" } & DatedExtra) | ({ kind: "BLOCK" } & DatedBlock));

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
    const exceptions = await exceptionsOf(db, ctx, teacherId);
    const facts: AvailabilityFacts = {
      timeZone: ctx.school.timeZone,
      windows,
      extras: exceptions.flatMap((one) => (one.kind === "EXTRA" ? [one] : [])),
      blocks: exceptions.flatMap((one) => (one.kind === "BLOCK" ? [one] : [])),
    };
    return {
      teacherId,
      teacherName: `${teacher.person.givenName} ${teacher.person.familyName}`,
      windows,
      exceptions,
      outside: outsideAvailability(facts, await bookedLessons(db, ctx, teacherId)),
    };
  });
}

async function exceptionsOf(
  db: Db,
  ctx: SchoolContext,
  teacherId: TeacherId,
): Promise<AvailabilityExceptionView[]> {
  const rows = await db.availabilityException.findMany({
    where: { teacherId, heldOn: { gte: dateFromDay(dayAt(ctx.now, ctx.school.timeZone)) } },
    include: { location: { select: { name: true } } },
    orderBy: [{ heldOn: "asc" }, { startMinute: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id as AvailabilityId,
    kind: row.kind,
    locationId: row.locationId ?? "",
    locationName: row.location?.name ?? null,
    reason: row.reason,
    on: dayFromDate(row.heldOn),
    startTime: wallTimeFromMinutes(row.startMinute),
    endTime: wallTimeFromMinutes(row.endMinute),
  }));
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
