import { owedWeekStatus } from "@/lib/booking/entitlement";
import { getManyBookingFacts } from "@/lib/booking/get-booking-facts";
import { bookingWindow } from "@/lib/booking/window/booking-window";
import type { BookingId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { familyUrl, type BookingMailFacts } from "./load-booking-mail-facts";

export type RebookLink = { url: string; until: Instant | null; again: true };

/** Where a cancelled lesson is still owed and can be booked again, by booking; all as of the cancelling. */
export async function listRebookLinks(
  ctx: SchoolContext,
  bookings: readonly BookingMailFacts[],
): Promise<ReadonlyMap<BookingId, RebookLink>> {
  const open = bookings.flatMap((booking) => {
    const { cancelledAt } = booking;
    if (cancelledAt === null) return [];
    const window = bookingWindow(booking.window, cancelledAt);
    return window.state === "open" ? [{ booking, cancelledAt, until: window.closesAt }] : [];
  });
  const wanted = new Set(open.map(({ booking }) => booking.enrolmentId));
  const facts = await getManyBookingFacts(
    ctx,
    [...wanted].map((enrolmentId) => ({ enrolmentId, weeks: [] })),
  );
  const links = open.flatMap(({ booking: { id, enrolmentId, week }, cancelledAt, until }) => {
    const known = facts.get(enrolmentId);
    const owed = known === undefined ? [] : owedWeekStatus(known, cancelledAt);
    if (owed.find(({ planned }) => planned.week === week)?.status !== "to-book") return [];
    const url = familyUrl(ctx, `book/${enrolmentId}?week=${week}`);
    return [[id, { url, until, again: true as const }] as const];
  });
  return new Map(links);
}
