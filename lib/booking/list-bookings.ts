import { inSchool } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import { bookingView, findBookings, type BookingView } from "./find-bookings";

export type BookingsQuery = {
  /** Bookings after this one, in the order of their ids (the order in which they were made). */
  after?: BookingId | null;
  limit: number;
  enrolmentId?: EnrolmentId;
  ids?: readonly BookingId[];
};

/** The bookings in reach, oldest first; the page after the last id of the former one. */
export async function listBookings(
  ctx: SchoolContext,
  { after, limit, enrolmentId, ids }: BookingsQuery,
): Promise<BookingView[]> {
  return inSchool(ctx, async (db) => {
    const rows = await findBookings(db, {
      where: {
        enrolment: await findStudentsInReach(db, ctx),
        ...(enrolmentId === undefined ? {} : { enrolmentId }),
        ...(ids === undefined ? {} : { id: { in: [...ids] } }),
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: "asc" },
      take: limit,
    });
    if (rows.length === 0) return [];
    const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
    return rows.map((row) => bookingView(row, noticeHours));
  });
}

/** One booking in reach, null when there is none. */
export async function getBooking(ctx: SchoolContext, id: BookingId): Promise<BookingView | null> {
  const [booking] = await listBookings(ctx, { ids: [id], limit: 1 });
  return booking ?? null;
}
