import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { LocationId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { beginScheduleChange } from "./begin-schedule-change";

export type LocationArchive = { locationId: LocationId; archived: boolean };

/**
 * Takes a location off the school's lists, or puts it back; nothing is deleted. Refused, naming
 * them, while it has rooms that are not archived: what is held there, is held in one of them.
 */
export async function archiveLocation(ctx: SchoolContext, input: LocationArchive): Promise<void> {
  const { locationId, archived } = input;
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const location = await db.location.findFirst({
      where: { id: locationId },
      include: { rooms: { where: { archivedAt: null }, orderBy: { name: "asc" } } },
    });
    if (location === null) throw new NotFound();
    if (archived && location.rooms.length > 0) {
      const rooms = location.rooms.map(({ name }) => name).join(", ");
      throw new Refusal("location-has-rooms", { rooms });
    }
    const archivedAt = archived ? dateFromInstant(ctx.now) : null;
    await db.location.updateMany({ where: { id: locationId }, data: { archivedAt } });
    const action = archived ? "scheduling/location.archived" : "scheduling/location.restored";
    await recordAudit(db, ctx, { action, subjectId: locationId, data: {} });
  });
}
