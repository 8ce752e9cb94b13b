import type { Db } from "@/lib/db/in-school";
import type { AvailabilityId, TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { wallTimeFromMinutes, type WallTime } from "@/lib/time/wall-time";
import { dayAt } from "@/lib/time/zone";
import type { DatedExtra } from "./free-time";

/** A dated extra or block, of one day or of several. */
export type DatedEntry = {
  id: AvailabilityId;
  kind: "EXTRA" | "BLOCK";
  on: Day;
  until: Day;
  startTime: WallTime;
  endTime: WallTime;
  reason: string | null;
  locationName: string | null;
  days: DatedExtra[];
};

/** The entries of a teacher that are not over, the first first; each with its whole range of days. */
export async function findDatedEntries(
  db: Db,
  ctx: SchoolContext,
  teacherId: TeacherId,
): Promise<DatedEntry[]> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const ahead = await db.availabilityException.findMany({
    where: { teacherId, heldOn: { gte: today } },
    distinct: ["entryId"],
    select: { entryId: true },
  });
  const rows = await db.availabilityException.findMany({
    where: { entryId: { in: ahead.map(({ entryId }) => entryId) } },
    include: { location: { select: { name: true } } },
    orderBy: [{ heldOn: "asc" }, { startMinute: "asc" }],
  });
  const entries = new Map<string, DatedEntry>();
  for (const row of rows) {
    const day = dayOf(row);
    const { kind, reason, entryId } = row;
    const known = entries.get(entryId);
    if (known) {
      known.until = day.on;
      known.days.push(day);
      continue;
    }
    entries.set(entryId, {
      ...{ id: entryId as AvailabilityId, kind, reason },
      ...{ on: day.on, until: day.on, startTime: day.startTime, endTime: day.endTime },
      locationName: row.location?.name ?? null,
      days: [day],
    });
  }
  return [...entries.values()];
}

type Row = { heldOn: Date; startMinute: number; endMinute: number; locationId: string | null };

function dayOf({ heldOn, startMinute, endMinute, locationId }: Row): DatedExtra {
  return {
    on: dayFromDate(heldOn),
    locationId: locationId ?? "",
    startTime: wallTimeFromMinutes(startMinute),
    endTime: wallTimeFromMinutes(endMinute),
  };
}
