import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { findCurrentTerm } from "@/lib/scheduling/find-current-term";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { bookingWindow } from "./booking-window";
import { stillToBook } from "../desk/desk-course";
import { loadDeskCourses } from "../desk/load-desk-courses";
import { readSupply } from "./read-supply";
import type { SupplyOfWeek } from "./supply-check";

export type ShortCourse = { courseId: CourseId; name: string; weeks: SupplyOfWeek[] };

/** The courses of the present term whose booking is open or planned and cannot work out, with the weeks. */
export async function listSupply(ctx: SchoolContext): Promise<ShortCourse[]> {
  const courses = await inSchool(ctx, async (db) => {
    const term = await findCurrentTerm(db, ctx);
    return term ? loadDeskCourses(db, ctx, { termId: term.id }) : [];
  });
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const asked = courses.filter((course) => {
    const { state } = bookingWindow({ ...course, bookUntil: null }, ctx.now);
    return (state === "open" || state === "not-yet") && stillToBook(course, today).length > 0;
  });
  const supply = await readSupply(ctx, asked);
  return asked.flatMap(({ id, name }) => {
    const weeks = (supply.get(id) ?? []).filter(({ short }) => short > 0);
    return weeks.length === 0 ? [] : [{ courseId: id, name, weeks }];
  });
}
