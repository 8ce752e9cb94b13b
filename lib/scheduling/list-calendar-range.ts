import { inSchool } from "@/lib/db/in-school";
import type { CourseId, LocationId, RoomId, StudentId, TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { daysBetween, type Day } from "@/lib/time/day";
import { MOST_DAYS } from "./calendar.schema";
import {
  calendarRange,
  type CalendarRange,
  type EntryKind,
  type LessonRow,
} from "./calendar-range";
import type { CalendarOwner } from "./calendar-reach";
import { findCalendarReach, type CalendarReach } from "./find-calendar-reach";
import { loadCalendarClosures } from "./load-calendar-closures";
import {
  loadIndividualWeeks,
  loadLessons,
  loadNames,
  loadSurroundings,
  type CalendarFilter,
} from "./load-calendar-rows";

/** Filters narrow what is in reach; left out is all. */
export type CalendarQuery = {
  from: Day;
  /** The day after the last one, at most six weeks after `from`. */
  until: Day;
  /** The reader's widest calendar when left out. */
  owner?: CalendarOwner | undefined;
  teacherId?: TeacherId | undefined;
  roomId?: RoomId | undefined;
  locationId?: LocationId | undefined;
  courseId?: CourseId | undefined;
  studentId?: StudentId | undefined;
  kinds?: readonly EntryKind[] | undefined;
  /** Names everybody in a lesson, not only who is alone in it. */
  allNames?: boolean;
};

/**
 * A stretch of the calendar: admins and teachers read the school's, families their children's,
 * students their own; other families' names are in none of theirs.
 */
export async function listCalendarRange(
  ctx: SchoolContext,
  query: CalendarQuery,
): Promise<CalendarRange> {
  const { from, until, kinds = null } = query;
  const days = daysBetween(from, until);
  if (days < 1 || days > MOST_DAYS) throw new RangeError(`not a range: ${days} days`);
  return inSchool(ctx, async (db) => {
    const reach = await findCalendarReach(db, ctx, query.owner ?? null);
    const filter = filterOf(query, reach);
    const lessons = await loadLessons(db, ctx, {
      ...filter,
      wholeRosters: reach.students === null,
    });
    const named = namedIn(lessons, query.allNames ?? false);
    const rows = {
      ...(await loadSurroundings(db, ctx, filter)),
      closures: await loadCalendarClosures(db, ctx, filter),
      lessons,
      people: reach.students ?? (await loadNames(db, ctx, named)),
      individualWeeks: await loadIndividualWeeks(db, ctx, filter),
      students: reach.students ?? [],
    };
    const own = reach.students !== null || reach.teacherId !== null;
    return calendarRange(rows, { from, until, school: ctx.school, kinds, own });
  });
}

function filterOf(query: CalendarQuery, { teacherId, students }: CalendarReach): CalendarFilter {
  const { from, until, studentId } = query;
  const { roomId = null, locationId = null, courseId = null } = query;
  const asked = studentId === undefined ? null : [studentId];
  const shown = students?.map(({ id }) => id).filter((id) => asked?.includes(id) ?? true);
  return {
    ...{ from, until, roomId, locationId, courseId },
    teacherId: teacherId ?? query.teacherId ?? null,
    studentIds: shown ?? asked,
  };
}

/** Those who are alone in a lesson, or everybody. */
function namedIn(lessons: readonly LessonRow[], all: boolean): string[] {
  const shown = lessons.filter(({ studentIds }) => all || studentIds.length === 1);
  return [...new Set(shown.flatMap(({ studentIds }) => studentIds))];
}
