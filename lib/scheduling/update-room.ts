import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { RoomId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { beginScheduleChange } from "./begin-schedule-change";
import { checkCoursesFit } from "./check-room-fits";
import { claimName } from "./claim-name";
import { roomShown, type RoomField } from "./shown-places";

export type RoomChange = {
  roomId: RoomId;
  name: string;
  capacity: number;
  /** What the room is fitted for; none listed means all. */
  instruments: readonly string[];
  basedOn: BasedOn<RoomField>;
};

const action = "scheduling/room.changed";

/**
 * Holds for lessons that are booked or made after this; those that exist stay where they are. Throws
 * `NotFound` and `Refusal`.
 */
export async function updateRoom(
  ctx: SchoolContext,
  input: RoomChange,
): Promise<SaveOutcome<RoomField>> {
  const { roomId: subjectId, basedOn, name, capacity } = input;
  const data = { name, capacity, instruments: [...input.instruments] };
  return claimName("room", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      const room = await db.room.findFirst({ where: { id: subjectId } });
      if (room === null) throw new NotFound();
      const save = { basedOn, present: roomShown(room), wanted: roomShown(data) };
      const saved = await settleSave(db, ctx, { ...save, subjectId, actions: [action] });
      if (saved.outcome === "unchanged") return saved;
      if (capacity < room.capacity) await checkCoursesFit(db, ctx, { roomId: subjectId, capacity });
      await db.room.updateMany({ where: { id: subjectId }, data });
      await recordAudit(db, ctx, { action, subjectId, data });
      return saved;
    }),
  );
}
