import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { RoomId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { beginScheduleChange } from "./begin-schedule-change";
import { claimName } from "./claim-name";

export type RoomChange = {
  roomId: RoomId;
  name: string;
  capacity: number;
  /** What the room is fitted for; none listed means all. */
  instruments: readonly string[];
};

/** Holds for lessons that are booked or made after this; those that exist stay where they are. */
export async function updateRoom(ctx: SchoolContext, input: RoomChange): Promise<void> {
  const { roomId, name, capacity } = input;
  const data = { name, capacity, instruments: [...input.instruments] };
  await claimName("room", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      const { count } = await db.room.updateMany({ where: { id: roomId }, data });
      if (count === 0) throw new NotFound();
      await recordAudit(db, ctx, { action: "scheduling/room.changed", subjectId: roomId, data });
    }),
  );
}
