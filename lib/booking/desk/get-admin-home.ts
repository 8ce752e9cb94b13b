import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId, LessonId } from "@/lib/ids";
import { findCurrentTerm, type TermChoice } from "@/lib/scheduling/find-current-term";
import type { SchoolContext } from "@/lib/school-context";
import { addDays } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, plusHours, type Instant } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { asWallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt } from "@/lib/time/zone";
import { bookingWindow } from "../window/booking-window";
import { deskWeeks, stillToBook, type DeskCourse } from "./desk-course";
import { loadDeskCourses } from "./load-desk-courses";

export type HomeCourse = { courseId: CourseId; name: string };

export type AdminHome = {
  term: TermChoice | null;
  openRequests: number;
  /** Courses whose families can book now, with who has not. */
  unbooked: (HomeCourse & { students: number; closesAt: Instant | null })[];
  /** Windows that open or close within a week. */
  turning: (HomeCourse & { what: "opens" | "closes"; at: Instant })[];
  /** Individual weeks ahead, but booking has not been planned. */
  unplanned: HomeCourse[];
  /** Hybrid courses without a week plan. */
  planless: HomeCourse[];
  booked: number;
  owed: number;
  lessonsToday: (Interval & { id: LessonId; courseName: string; roomName: string })[];
};

const SOON_HOURS = 7 * 24;

/** What needs a person now. */
export async function getAdminHome(ctx: SchoolContext): Promise<AdminHome> {
  return inSchool(ctx, async (db) => {
    const term = await findCurrentTerm(db, ctx);
    const courses = term ? await loadDeskCourses(db, ctx, { termId: term.id }) : [];
    const openRequests = await db.deskRequest.count({ where: { resolvedAt: null } });
    const today = dayAt(ctx.now, ctx.school.timeZone);
    const weeks = courses.flatMap((course) => deskWeeks(course, today));
    return {
      term,
      openRequests,
      unbooked: courses.flatMap((course) => unbookedOf(ctx, course)),
      turning: courses.flatMap((course) => turningOf(ctx, course)).sort((a, b) => a.at - b.at),
      unplanned: courses.filter((course) => isUnplanned(ctx, course)).map(homeCourse),
      planless: courses.filter(({ plan }) => plan.length === 0).map(homeCourse),
      booked: weeks.reduce((sum, week) => sum + week.booked.length, 0),
      owed: weeks.reduce((sum, week) => sum + week.owed, 0),
      lessonsToday: await lessonsToday(db, ctx),
    };
  });
}

function homeCourse({ id, name }: DeskCourse): HomeCourse {
  return { courseId: id, name };
}

function unbookedOf(ctx: SchoolContext, course: DeskCourse): AdminHome["unbooked"] {
  const window = bookingWindow({ ...course, bookUntil: null }, ctx.now);
  if (window.state !== "open") return [];
  const students = stillToBook(course, dayAt(ctx.now, ctx.school.timeZone)).length;
  return students === 0 ? [] : [{ ...homeCourse(course), students, closesAt: window.closesAt }];
}

function turningOf(ctx: SchoolContext, course: DeskCourse): AdminHome["turning"] {
  const soon = (at: Instant | null) =>
    at !== null && at > ctx.now && at <= plusHours(ctx.now, SOON_HOURS) ? [at] : [];
  return [
    ...soon(course.opensAt).map((at) => ({ ...homeCourse(course), what: "opens" as const, at })),
    ...soon(course.closesAt).map((at) => ({ ...homeCourse(course), what: "closes" as const, at })),
  ];
}

function isUnplanned(ctx: SchoolContext, course: DeskCourse): boolean {
  if (bookingWindow({ ...course, bookUntil: null }, ctx.now).state !== "none") return false;
  return stillToBook(course, dayAt(ctx.now, ctx.school.timeZone)).length > 0;
}

async function lessonsToday(db: Db, ctx: SchoolContext): Promise<AdminHome["lessonsToday"]> {
  const { timeZone } = ctx.school;
  const today = dayAt(ctx.now, timeZone);
  const midnight = asWallTime("00:00");
  const rows = await db.lesson.findMany({
    where: {
      cancelledAt: null,
      startsAt: {
        gte: dateFromInstant(instantAt(today, midnight, timeZone)),
        lt: dateFromInstant(instantAt(addDays(today, 1), midnight, timeZone)),
      },
    },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      course: { select: { name: true } },
      room: { select: { name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id as LessonId,
    startsAt: instantFromDate(row.startsAt),
    endsAt: instantFromDate(row.endsAt),
    courseName: row.course.name,
    roomName: row.room.name,
  }));
}
