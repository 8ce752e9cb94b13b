import type { Db } from "@/lib/db/in-school";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";

/**
 * A room holds as many people as a course given there has places. Both sides run under
 * `beginScheduleChange`, so neither can change while the other is checked. Throws `Refusal`.
 */
export async function checkRoomFits(
  db: Db,
  { roomId, places }: { roomId: string; places: number },
): Promise<void> {
  const room = await db.room.findFirst({ where: { id: roomId } });
  if (room === null) throw new NotFound();
  if (room.capacity >= places) return;
  throw new Refusal("room-too-small", { room: room.name, capacity: room.capacity, places });
}

/** The same from the room's side: no course that is not over needs more places than these. */
export async function checkCoursesFit(
  db: Db,
  ctx: SchoolContext,
  { roomId, capacity }: { roomId: string; capacity: number },
): Promise<void> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const course = await db.course.findFirst({
    where: {
      ...{ roomId, archivedAt: null, capacity: { gt: capacity } },
      OR: [{ heldOn: null, term: { endsOn: { gte: today } } }, { heldOn: { gte: today } }],
    },
    orderBy: { capacity: "desc" },
    select: { name: true, capacity: true },
  });
  if (course === null) return;
  throw new Refusal("room-smaller-than-courses", { course: course.name, places: course.capacity });
}
