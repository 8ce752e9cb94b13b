import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type LocationId, type TeacherId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { dateFromDay } from "@/lib/time/day";
import { minutesOfDay } from "@/lib/time/wall-time";
import { beginScheduleChange } from "./begin-schedule-change";
import { findWindows } from "./find-windows";
import type { WeeklyWindow } from "./free-time";
import { oweOpenTimes } from "./owe-open-times";
import { availabilityShown, type AvailabilityField } from "./shown-availability";
import { windowOverlap } from "./window-overlap";

export type SetAvailability = {
  teacherId: TeacherId;
  windows: readonly (WeeklyWindow & { locationId: LocationId })[];
  basedOn: BasedOn<AvailabilityField>;
};

const action = "scheduling/availability.set";

/**
 * Puts these weekly windows in the place of all former ones. Cancels nothing: what lies outside
 * afterwards is shown by `getAvailability`. The teacher is told. Throws `NotFound` and `Refusal`.
 */
export async function setAvailability(
  ctx: SchoolContext,
  input: SetAvailability,
): Promise<SaveOutcome<AvailabilityField>> {
  const { teacherId, windows, basedOn } = input;
  if (windowOverlap(windows) !== null) throw new Refusal("windows-overlap");
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    await demandKnown(db, input);
    const present = availabilityShown(await findWindows(db, teacherId));
    const save = { basedOn, present, wanted: availabilityShown(windows) };
    const saved = await settleSave(db, ctx, { ...save, subjectId: teacherId, actions: [action] });
    if (saved.outcome === "unchanged") return saved;
    await db.availabilityWindow.deleteMany({ where: { teacherId } });
    await db.availabilityWindow.createMany({
      data: windows.map((window) => ({
        id: newId(),
        teacherId,
        locationId: window.locationId,
        weekday: window.weekday,
        startMinute: minutesOfDay(window.startTime),
        endMinute: minutesOfDay(window.endTime),
        validFrom: dateFromDay(window.validFrom),
        validUntil: window.validUntil ? dateFromDay(window.validUntil) : null,
      })),
    });
    await recordAudit(db, ctx, { action, subjectId: teacherId, data: { windows } });
    await oweOpenTimes(db, ctx, { teacherId, days: null });
    return saved;
  });
}

async function demandKnown(db: Db, { teacherId, windows }: SetAvailability): Promise<void> {
  const wanted = [...new Set(windows.map((window) => window.locationId))];
  const teacher = await db.teacher.findFirst({ where: { id: teacherId } });
  const locations = await db.location.count({ where: { id: { in: wanted } } });
  if (teacher === null || locations < wanted.length) throw new NotFound();
}
