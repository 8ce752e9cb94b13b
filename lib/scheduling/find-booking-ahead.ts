import type { Db } from "@/lib/db/in-school";
import type { BookingId, CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

/** A booked individual lesson of a course that has not begun; null when there is none. */
export async function findBookingAhead(
  db: Db,
  ctx: SchoolContext,
  courseId: CourseId,
): Promise<BookingId | null> {
  const booking = await db.booking.findFirst({
    where: {
      state: "CONFIRMED",
      enrolment: { courseId },
      lesson: { startsAt: { gt: dateFromInstant(ctx.now) } },
    },
    select: { id: true },
  });
  return booking && (booking.id as BookingId);
}
