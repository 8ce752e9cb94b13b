import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type ClosureId, type LocationId, type OutboxEventId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, type Day } from "@/lib/time/day";
import { cancelLessons } from "./cancel-lessons";
import { findClosureLosses } from "./find-closure-losses";

export type NewClosure = {
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** Null: the whole school. */
  locationId?: LocationId | null;
  /** The `confirmation` of the losses that were shown; not needed where nothing is lost. */
  confirmed?: string | null;
};

/**
 * Closes the school or a location for days. Lessons ahead on those days are cancelled and families
 * with a booking told, but only what was shown and confirmed. Days that are closed already are refused
 * (`already-closed`). Throws `NotFound` and `Refusal`.
 */
export async function addClosure(
  ctx: SchoolContext,
  input: NewClosure,
): Promise<{ closureId: ClosureId; changeId: OutboxEventId }> {
  if (input.endsOn < input.startsOn) throw new Refusal("ends-before-start");
  const id = newId<ClosureId>();
  return inSchool(ctx, async (db) => {
    const changeId = await beginScheduleChange(db, ctx);
    await checkLocation(db, input.locationId ?? null);
    await refuseIfClosed(db, input);
    const losses = await findClosureLosses(db, ctx, input);
    if (losses.confirmation !== null && losses.confirmation !== (input.confirmed ?? null)) {
      throw new Refusal("closure-needs-confirmation", { ...losses });
    }
    const lost = [...losses.lostBookings, ...losses.lostLessons];
    await cancelLessons(db, ctx, {
      lessonIds: lost.map(({ lessonId }) => lessonId),
      reason: "CLOSURE",
      note: input.name,
    });
    const { name, locationId = null } = input;
    const days = { startsOn: dateFromDay(input.startsOn), endsOn: dateFromDay(input.endsOn) };
    await db.closure.create({ data: { id, name, locationId, ...days } });
    await recordAudit(db, ctx, {
      action: "booking/closure.added",
      subjectId: id,
      data: { name, locationId, startsOn: input.startsOn, endsOn: input.endsOn },
    });
    return { closureId: id, changeId };
  });
}

/** A second closure of the same days would keep them closed when the first is taken back. */
async function refuseIfClosed(db: Db, { locationId = null, ...days }: NewClosure): Promise<void> {
  const found = await db.closure.findFirst({
    where: {
      OR: [{ locationId: null }, ...(locationId === null ? [] : [{ locationId }])],
      startsOn: { lte: dateFromDay(days.startsOn) },
      endsOn: { gte: dateFromDay(days.endsOn) },
    },
    select: { name: true },
  });
  if (found !== null) throw new Refusal("already-closed", { name: found.name });
}

async function checkLocation(db: Db, locationId: LocationId | null): Promise<void> {
  if (locationId === null) return;
  const location = await db.location.findFirst({ where: { id: locationId } });
  if (location === null) throw new NotFound();
}
