import { inSchool } from "@/lib/db/in-school";
import type { ClosureId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";

export type ClosureRow = {
  id: ClosureId;
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** Null: the whole school. */
  locationName: string | null;
  isPast: boolean;
};

const DAYS_BACK = 120;

/** Closures from four months ago on, by day. */
export async function listClosures(ctx: SchoolContext): Promise<ClosureRow[]> {
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const rows = await inSchool(ctx, (db) =>
    db.closure.findMany({
      where: { endsOn: { gte: dateFromDay(addDays(today, -DAYS_BACK)) } },
      include: { location: { select: { name: true } } },
      orderBy: [{ startsOn: "asc" }, { name: "asc" }],
    }),
  );
  return rows.map((row) => ({
    id: row.id as ClosureId,
    name: row.name,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
    locationName: row.location?.name ?? null,
    isPast: dayFromDate(row.endsOn) < today,
  }));
}
