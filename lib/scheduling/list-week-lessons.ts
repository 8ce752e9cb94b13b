import { inSchool } from "@/lib/db/in-school";
import type { LocationId, StudentId, TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import { loadIndividualWeeks, loadLessons, loadWeekFrame, type WeekFilter } from "./load-week-rows";
import { weekCalendar, type WeekCalendar } from "./week-calendar";

export type WeekQuery = {
  /** The first day of a week of the school. */
  from: Day;
  /** Null: everybody's lessons. */
  teacherId?: TeacherId | null;
  /** Null: at every location. */
  locationId?: LocationId | null;
};

/** A week of the school's calendar, for those who may read the whole of it. */
export async function listWeekLessons(ctx: SchoolContext, query: WeekQuery): Promise<WeekCalendar> {
  const { from, teacherId = null, locationId = null } = query;
  return readWeek(ctx, { from, teacherId, locationId, studentIds: null });
}

/** A student's own week; other students' names are left out. */
export async function listStudentWeek(ctx: SchoolContext, from: Day): Promise<WeekCalendar> {
  if (ctx.actor.kind !== "member") throw new NotFound();
  const studentIds = [ctx.actor.personId as string as StudentId];
  return readWeek(ctx, { from, teacherId: null, locationId: null, studentIds });
}

async function readWeek(ctx: SchoolContext, filter: WeekFilter): Promise<WeekCalendar> {
  const rows = await inSchool(ctx, async (db) => ({
    ...(await loadWeekFrame(db, ctx, filter)),
    lessons: await loadLessons(db, ctx, filter),
    individualWeeks: await loadIndividualWeeks(db, ctx, filter),
  }));
  return weekCalendar(rows, { from: filter.from, timeZone: ctx.school.timeZone });
}
