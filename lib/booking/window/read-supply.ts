import type { CourseId, EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { deskWeeks, type DeskCourse, type DeskWeek } from "../desk/desk-course";
import { getManyBookingFacts } from "../get-booking-facts";
import { slotsOfWeek } from "../slots/slots";
import { supplyCheck, supplyFacts, type SupplyOfWeek } from "./supply-check";

type Asked = { course: DeskCourse; enrolmentId: EnrolmentId; ahead: readonly DeskWeek[] };

/**
 * For every individual week ahead of these courses: how many lessons are still to book, how many fit
 * into what is free, and how many are short. One round trip, however many courses. A course without
 * a student or a week ahead is left out.
 */
export async function readSupply(
  ctx: SchoolContext,
  courses: readonly DeskCourse[],
): Promise<Map<CourseId, SupplyOfWeek[]>> {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const asked = courses.flatMap((course): Asked[] => {
    const ahead = deskWeeks(course, today).filter((week) => !week.isPast);
    const [someone] = course.enrolments;
    if (someone === undefined || ahead.length === 0) return [];
    return [{ course, enrolmentId: someone.id, ahead }];
  });
  const facts = await getManyBookingFacts(
    ctx,
    asked.map(({ enrolmentId, ahead }) => ({
      enrolmentId,
      weeks: ahead.map(({ planned }) => planned.week),
    })),
  );
  return new Map(
    asked.flatMap(({ course, enrolmentId, ahead }) => {
      const found = facts.get(enrolmentId);
      if (found === undefined) return [];
      const free = supplyFacts(found);
      const demand = ahead.map(({ planned: { week }, missing }) => ({
        week,
        owed: missing.length,
        slots: slotsOfWeek(free, { week, now: ctx.now }),
      }));
      return [[course.id, supplyCheck(demand, free.school.bufferMinutes)]];
    }),
  );
}
