import type { Db } from "@/lib/db/in-school";
import type { LocationId, TeacherId } from "@/lib/ids";
import { dayFromDate, type Weekday } from "@/lib/time/day";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import type { WeeklyWindow } from "./free-time";

export type NamedWindow = WeeklyWindow & { locationId: LocationId; locationName: string };

/** The weekly open times of a teacher, by weekday and time. */
export async function findWindows(db: Db, teacherId: TeacherId): Promise<NamedWindow[]> {
  const rows = await db.availabilityWindow.findMany({
    where: { teacherId },
    include: { location: { select: { name: true } } },
    orderBy: [{ weekday: "asc" }, { startMinute: "asc" }],
  });
  return rows.map((row) => ({
    locationId: row.locationId as LocationId,
    locationName: row.location.name,
    weekday: row.weekday as Weekday,
    startTime: wallTimeFromMinutes(row.startMinute),
    endTime: wallTimeFromMinutes(row.endMinute),
    validFrom: dayFromDate(row.validFrom),
    validUntil: row.validUntil && dayFromDate(row.validUntil),
  }));
}
