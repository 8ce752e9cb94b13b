import { inSchool, type Db } from "@/lib/db/in-school";
import type { CourseId, TermId } from "@/lib/ids";
import { findCurrentTerm, findTerms, type TermChoice } from "@/lib/scheduling/find-current-term";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { bookingWindow, type BookingWindow } from "../window/booking-window";
import { deskWeeks, stillToBook, type DeskCourse } from "./desk-course";
import { loadDeskCourses } from "./load-desk-courses";

export type DeskWeekCount = { week: number; booked: number; owed: number; isPast: boolean };

export type DeskRow = {
  courseId: CourseId;
  name: string;
  teacherName: string;
  window: BookingWindow;
  hasPlan: boolean;
  weeks: DeskWeekCount[];
  booked: number;
  owed: number;
  /** Families with a week ahead still to book. */
  unbooked: number;
};

export type BookingDesk = {
  term: TermChoice | null;
  terms: TermChoice[];
  courses: DeskRow[];
  openRequests: number;
};

/** Booked X of Y per hybrid course and week of a term: the one asked for, else the present one. */
export async function getBookingDesk(
  ctx: SchoolContext,
  { termId }: { termId?: TermId | null } = {},
): Promise<BookingDesk> {
  return inSchool(ctx, async (db) => {
    const terms = await findTerms(db);
    const term = terms.find(({ id }) => id === termId) ?? (await findCurrentTerm(db, ctx));
    const courses = term ? await loadDeskCourses(db, ctx, { termId: term.id }) : [];
    return {
      term,
      terms,
      courses: courses.map((course) => rowOf(ctx, course)),
      openRequests: await openRequests(db),
    };
  });
}

function rowOf(ctx: SchoolContext, course: DeskCourse): DeskRow {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const weeks = deskWeeks(course, today).map(({ planned, booked, owed, isPast }) => ({
    week: planned.week,
    booked: booked.length,
    owed,
    isPast,
  }));
  return {
    courseId: course.id,
    name: course.name,
    teacherName: course.teacherName,
    window: bookingWindow({ ...course, bookUntil: null }, ctx.now),
    hasPlan: course.plan.length > 0,
    weeks,
    booked: weeks.reduce((sum, week) => sum + week.booked, 0),
    owed: weeks.reduce((sum, week) => sum + week.owed, 0),
    unbooked: stillToBook(course, today).length,
  };
}

async function openRequests(db: Db): Promise<number> {
  return db.deskRequest.count({ where: { resolvedAt: null } });
}
