import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type LocationId, type RoomId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { beginScheduleChange } from "./begin-schedule-change";
import { claimName } from "./claim-name";

export type NewRoom = {
  locationId: LocationId;
  name: string;
  capacity: number;
  /** What the room is fitted for; none listed means all. */
  instruments?: readonly string[];
};

export async function createRoom(ctx: SchoolContext, input: NewRoom): Promise<RoomId> {
  const id = newId<RoomId>();
  const data = { ...input, instruments: [...(input.instruments ?? [])] };
  await claimName("room", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      const location = await db.location.findFirst({
        where: { id: input.locationId, archivedAt: null },
      });
      if (location === null) throw new NotFound();
      await db.room.create({ data: { ...data, id } });
      await recordAudit(db, ctx, { action: "scheduling/room.created", subjectId: id, data });
    }),
  );
  return id;
}
