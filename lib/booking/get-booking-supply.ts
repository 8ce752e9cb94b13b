import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { deskWeeks } from "./desk-course";
import { getBookingFacts } from "./get-booking-facts";
import { loadDeskCourses } from "./load-desk-courses";
import { slotsOfWeek } from "./slots";
import { supplyCheck, supplyFacts, type SupplyOfWeek } from "./supply-check";

/**
 * For every individual week ahead: how many lessons are still to book, how many fit into what is
 * free, and how many are short. Throws `NotFound`.
 */
export async function getBookingSupply(
  ctx: SchoolContext,
  courseId: CourseId,
): Promise<SupplyOfWeek[]> {
  const [course] = await inSchool(ctx, (db) => loadDeskCourses(db, ctx, { id: courseId }));
  if (course === undefined) throw new NotFound();
  const ahead = deskWeeks(course, dayAt(ctx.now, ctx.school.timeZone)).filter(
    (week) => !week.isPast,
  );
  const [someone] = course.enrolments;
  if (someone === undefined || ahead.length === 0) return [];
  const weeks = ahead.map(({ planned }) => planned.week);
  const facts = supplyFacts(await getBookingFacts(ctx, { enrolmentId: someone.id, weeks }));
  const demand = ahead.map(({ planned: { week }, missing }) => ({
    week,
    owed: missing.length,
    slots: slotsOfWeek(facts, { week, now: ctx.now }),
  }));
  return supplyCheck(demand, facts.school.bufferMinutes);
}
