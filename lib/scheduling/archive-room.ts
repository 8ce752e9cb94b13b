import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { RoomId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { beginScheduleChange } from "./begin-schedule-change";
import { findCoursesAhead } from "./find-courses-ahead";

export type RoomArchive = { roomId: RoomId; archived: boolean };

/**
 * Takes a room off the school's lists and out of every slot, or puts it back; nothing is deleted.
 * Refused, naming the courses, while one that is not over is given there or a lesson ahead is.
 */
export async function archiveRoom(ctx: SchoolContext, input: RoomArchive): Promise<void> {
  const { roomId, archived } = input;
  await inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const room = await db.room.findFirst({
      where: { id: roomId },
      include: { location: { select: { archivedAt: true } } },
    });
    if (room === null) throw new NotFound();
    if (!archived && room.location.archivedAt !== null) throw new Refusal("location-archived");
    if (archived) await demandUnused(db, ctx, roomId);
    const archivedAt = archived ? dateFromInstant(ctx.now) : null;
    await db.room.updateMany({ where: { id: roomId }, data: { archivedAt } });
    const action = archived ? "scheduling/room.archived" : "scheduling/room.restored";
    await recordAudit(db, ctx, { action, subjectId: roomId, data: {} });
  });
}

async function demandUnused(db: Db, ctx: SchoolContext, roomId: RoomId): Promise<void> {
  const courses = await findCoursesAhead(db, ctx, { roomId });
  if (courses !== null) throw new Refusal("room-in-use", { courses });
}
