import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type AvailabilityId, type LocationId, type TeacherId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, type Day } from "@/lib/time/day";
import { minutesOfDay, type WallTime } from "@/lib/time/wall-time";
import { beginScheduleChange } from "./begin-schedule-change";

export type NewAvailabilityException = {
  teacherId: TeacherId;
  /** Extra time at a location, or time in which the teacher is nowhere. */
  kind: "EXTRA" | "BLOCK";
  on: Day;
  startTime: WallTime;
  endTime: WallTime;
  locationId?: LocationId | null;
  reason?: string | null;
};

/** A dated extra or block of a teacher. Cancels nothing. Throws `NotFound` and `Refusal`. */
export async function addAvailabilityException(
  ctx: SchoolContext,
  input: NewAvailabilityException,
): Promise<AvailabilityId> {
  const { teacherId, kind } = input;
  const locationId = kind === "EXTRA" ? (input.locationId ?? null) : null;
  if (kind === "EXTRA" && locationId === null) throw new Refusal("exception-needs-location");
  const id = newId<AvailabilityId>();
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const teacher = await db.teacher.findFirst({ where: { id: teacherId } });
    const location = locationId && (await db.location.findFirst({ where: { id: locationId } }));
    if (teacher === null || (locationId !== null && !location)) throw new NotFound();
    await db.availabilityException.create({
      data: {
        id,
        teacherId,
        kind,
        locationId,
        heldOn: dateFromDay(input.on),
        startMinute: minutesOfDay(input.startTime),
        endMinute: minutesOfDay(input.endTime),
        reason: input.reason ?? null,
      },
    });
    await recordAudit(db, ctx, {
      action: "scheduling/availability-exception.added",
      subjectId: teacherId,
      data: { ...input, id },
    });
  });
  return id;
}
