import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { deskWeeks, type DeskCourse } from "./desk-course";
import { getBookingFacts } from "./get-booking-facts";
import { slotsOfWeek } from "./slots";
import { supplyCheck, supplyFacts, type SupplyOfWeek } from "./supply-check";

/**
 * For every individual week ahead: how many lessons are still to book, how many fit into what is
 * free, and how many are short. One round trip.
 */
export async function readSupply(ctx: SchoolContext, course: DeskCourse): Promise<SupplyOfWeek[]> {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const ahead = deskWeeks(course, today).filter((week) => !week.isPast);
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
