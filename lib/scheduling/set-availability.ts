import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type LocationId, type TeacherId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { minutesOfDay } from "@/lib/time/wall-time";
import { beginScheduleChange } from "./begin-schedule-change";
import type { WeeklyWindow } from "./free-time";
import { windowOverlap } from "./window-overlap";

export type SetAvailability = {
  teacherId: TeacherId;
  windows: readonly (WeeklyWindow & { locationId: LocationId })[];
};

/**
 * Puts these weekly windows in the place of all former ones. Cancels nothing: what lies outside
 * afterwards is shown by `getAvailability`. Throws `NotFound` and `Refusal`.
 */
export async function setAvailability(ctx: SchoolContext, input: SetAvailability): Promise<void> {
  const { teacherId, windows } = input;
  if (windowOverlap(windows) !== null) throw new Refusal("windows-overlap");
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const wanted = [...new Set(windows.map((window) => window.locationId))];
    const teacher = await db.teacher.findFirst({ where: { id: teacherId } });
    const locations = await db.location.count({ where: { id: { in: wanted } } });
    if (teacher === null || locations < wanted.length) throw new NotFound();
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
    await recordAudit(db, ctx, {
      action: "scheduling/availability.set",
      subjectId: teacherId,
      data: { windows },
    });
  });
}
