import type { Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { actorIdOf } from "../get-booking-facts";

export type LessonCancelReason = "CLOSURE" | "WEEK_PLAN" | "SCHOOL" | "ENROLMENT";

type Cancellation = {
  lessonIds: readonly string[];
  reason: LessonCancelReason;
  note?: string | null;
};

/**
 * Cancels lessons with the bookings on them: their time is free at once, the rows stay as history.
 * Everybody in them is told by the change of the schedule. Runs after `beginScheduleChange`.
 */
export async function cancelLessons(
  db: Db,
  ctx: SchoolContext,
  { lessonIds, reason, note = null }: Cancellation,
): Promise<void> {
  if (lessonIds.length === 0) return;
  const ids = [...lessonIds];
  const now = dateFromInstant(ctx.now);
  const actorId = actorIdOf(ctx);
  const bookings = await db.booking.findMany({
    where: { lessonId: { in: ids }, state: "CONFIRMED" },
    select: { id: true, lessonId: true },
  });
  await db.booking.updateMany({
    where: { id: { in: bookings.map(({ id }) => id) }, state: "CONFIRMED" },
    data: {
      state: "CANCELLED",
      cancelledAt: now,
      cancelledById: actorId,
      cancelReason: reason,
      cancelNote: note,
      sequence: { increment: 1 },
    },
  });
  await db.reservation.deleteMany({ where: { lessonId: { in: ids } } });
  await db.lesson.updateMany({
    where: { id: { in: ids }, cancelledAt: null },
    data: { cancelledAt: now, cancelReason: reason },
  });
  await recordEach(db, ctx, { bookings, ids, reason, note });
}

type Cancelled = {
  bookings: readonly { id: string; lessonId: string }[];
  ids: readonly string[];
  reason: LessonCancelReason;
  note: string | null;
};

async function recordEach(db: Db, ctx: SchoolContext, cancelled: Cancelled): Promise<void> {
  const { bookings, ids, reason, note } = cancelled;
  for (const { id } of bookings) {
    await recordAudit(db, ctx, {
      action: "booking/lesson.cancelled",
      subjectId: id,
      data: { bookingId: id, cancelReason: reason },
      ...(note !== null && { reason: note }),
    });
  }
  const booked = new Set(bookings.map(({ lessonId }) => lessonId));
  for (const id of ids.filter((lessonId) => !booked.has(lessonId))) {
    await recordAudit(db, ctx, {
      action: "booking/group-lesson.cancelled",
      subjectId: id,
      data: { reason },
    });
  }
}
