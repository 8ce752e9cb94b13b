import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type AvailabilityId, type LocationId, type TeacherId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, daysFromTo, type Day } from "@/lib/time/day";
import { END_OF_DAY, MIDNIGHT, minutesOfDay, type WallTime } from "@/lib/time/wall-time";
import { beginScheduleChange } from "./begin-schedule-change";
import { oweOpenTimes } from "./owe-open-times";

export type NewAvailabilityException = {
  teacherId: TeacherId;
  /** Extra time at a location, or time in which the teacher is nowhere. */
  kind: "EXTRA" | "BLOCK";
  on: Day;
  /** The last of several days; one day where it is left out. */
  until?: Day | null;
  /** On every one of the days; all day where they are left out. */
  startTime?: WallTime | null;
  endTime?: WallTime | null;
  locationId?: LocationId | null;
  reason?: string | null;
};

/**
 * A dated extra or block of a teacher, on one day or on each of several. Cancels nothing; the teacher is
 * told. Returns the id of the entry. Throws `NotFound` and `Refusal`.
 */
export async function addAvailabilityException(
  ctx: SchoolContext,
  input: NewAvailabilityException,
): Promise<AvailabilityId> {
  const { teacherId, kind, on } = input;
  const locationId = kind === "EXTRA" ? (input.locationId ?? null) : null;
  if (kind === "EXTRA" && locationId === null) throw new Refusal("exception-needs-location");
  const entryId = newId<AvailabilityId>();
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const teacher = await db.teacher.findFirst({ where: { id: teacherId } });
    const location = locationId && (await db.location.findFirst({ where: { id: locationId } }));
    if (teacher === null || (locationId !== null && !location)) throw new NotFound();
    await db.availabilityException.createMany({
      data: daysFromTo(on, input.until ?? on).map((day, index) => ({
        id: index === 0 ? entryId : newId(),
        ...{ entryId, teacherId, kind, locationId },
        heldOn: dateFromDay(day),
        startMinute: minutesOfDay(input.startTime ?? MIDNIGHT),
        endMinute: minutesOfDay(input.endTime ?? END_OF_DAY),
        reason: input.reason ?? null,
      })),
    });
    await recordAudit(db, ctx, {
      action: "scheduling/availability-exception.added",
      subjectId: teacherId,
      // Of what was sent only what counts: a location has nothing to do with an absence.
      data: { ...input, locationId, id: entryId },
    });
    await oweOpenTimes(db, ctx, { teacherId, days: { on, until: input.until ?? on } });
  });
  return entryId;
}
