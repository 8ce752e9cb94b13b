import { inSchool, type Db } from "@/lib/db/in-school";
import { record, recordAudit } from "@/lib/events/record";
import type { ClosureId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { storeLessons } from "@/lib/scheduling/store-lessons";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, dateFromDay, type Day } from "@/lib/time/day";
import { daysReopened } from "../events";
import { actorIdOf } from "../get-booking-facts";
import { findToBookAgain } from "./find-closure-cancellations";
import { findClosureReturns, type ClosureReturns, type Returning } from "./find-closure-returns";

export type RemoveClosure = {
  closureId: ClosureId;
  /** The `confirmation` of what was shown; not needed where no lesson comes back. */
  confirmed?: string | null;
};

/**
 * Opens the days of a closure that lie ahead again: all of it, or the rest of one that has begun.
 * The fixed lessons of those days come back with whoever is enrolled then, all or none, and only
 * those that were shown and confirmed.
 *
 * Individual lessons stay cancelled, and their families are told that the day is open again: the family may have made other plans, and the time may be gone.
 * Their week is owed as before, so the family can book it again while booking is open, else the
 * admin books. Throws `NotFound` and `Refusal`.
 */
export async function removeClosure(ctx: SchoolContext, input: RemoveClosure): Promise<void> {
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const returns = await findClosureReturns(db, ctx, input.closureId);
    const opensOn = demandRemovable(returns, input.confirmed ?? null);
    await openFrom(db, returns, opensOn);
    for (const [course, lessons] of byCourse(returns.returning)) {
      await storeLessons(db, ctx, { course, lessons });
    }
    const { id, ...closure } = returns.closure;
    await tellWhoLostBookings(db, ctx, returns);
    await recordAudit(db, ctx, {
      action: "booking/closure.removed",
      subjectId: id,
      data: { ...closure, opensOn, lessons: returns.returning.length },
    });
  });
}

/** What was booked stays cancelled: its families hear that the day is open again. */
async function tellWhoLostBookings(
  db: Db,
  ctx: SchoolContext,
  returns: ClosureReturns,
): Promise<void> {
  const lost = await findToBookAgain(db, ctx, returns);
  if (lost.length === 0) return;
  const bookingIds = lost.map(({ bookingId }) => bookingId);
  await record(db, ctx, {
    event: daysReopened,
    subjectId: returns.closure.id,
    data: { bookingIds, actorId: actorIdOf(ctx) },
  });
}

function demandRemovable(returns: ClosureReturns, confirmed: string | null): Day {
  if (returns.opensOn === null) throw new Refusal("closure-is-over");
  if (returns.blocked.length > 0) {
    throw new Refusal("closure-clash", { blocked: returns.blocked });
  }
  if (returns.confirmation !== null && returns.confirmation !== confirmed) {
    throw new Refusal("opening-needs-confirmation");
  }
  return returns.opensOn;
}

async function openFrom(db: Db, { closure }: ClosureReturns, opensOn: Day): Promise<void> {
  if (opensOn <= closure.startsOn) {
    await db.closure.deleteMany({ where: { id: closure.id } });
    return;
  }
  await db.closure.updateMany({
    where: { id: closure.id },
    data: { endsOn: dateFromDay(addDays(opensOn, -1)) },
  });
}

function byCourse(returning: readonly Returning[]) {
  const lessons = new Map<Returning["course"], Returning["lesson"][]>();
  for (const { course, lesson } of returning) {
    lessons.set(course, [...(lessons.get(course) ?? []), lesson]);
  }
  return lessons;
}
