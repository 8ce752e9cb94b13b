import { bookLessons } from "@/lib/booking/book-lessons";
import { planUnbooked } from "@/lib/booking/window/plan-unbooked";
import { settleUnbooked } from "@/lib/booking/window/settle-unbooked";
import type { Allocation } from "@/lib/booking/window/unbooked-policy";
import type { EnrolmentId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

/**
 * Carries out a school's policy for the weeks that were not booked when the window closed: each is
 * given its slot as a booking of the school's, or left; what finds none is a work item, and every
 * family is told what became of its weeks. May stop anywhere and run again: what is booked is not planned again.
 */
export async function giveUnbooked(ctx: SchoolContext): Promise<void> {
  const { due, allocations } = await planUnbooked(ctx);
  if (due.length === 0) return;
  const withoutSlot: Allocation[] = [];
  for (const allocation of allocations) {
    if (!(await isGiven(ctx, allocation))) withoutSlot.push(allocation);
  }
  await settleUnbooked(ctx, { due, withoutSlot });
}

/** False where no slot was left, or somebody was faster; a week that is booked by now is given. */
async function isGiven(ctx: SchoolContext, { enrolmentId, week, slot }: Allocation) {
  if (slot === null) return false;
  const lessons = [{ week, startsAt: slot.startsAt }];
  try {
    await bookLessons(ctx, { enrolmentId: enrolmentId as EnrolmentId, lessons, requestKey: null });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return error.code === "week-already-booked";
    throw error;
  }
}
