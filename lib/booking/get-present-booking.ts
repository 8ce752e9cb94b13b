import type { BookingId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import type { BookingState } from "./entitlement";
import { getFamilyBooking, type BookingActor, type FamilyBooking } from "./list-family-bookings";
import type { ChangedCode } from "./shown-start";

/** How a booking stands now, and who made it so: what a refused confirmation is answered with. */
export type PresentBooking = {
  bookingId: BookingId;
  state: BookingState;
  startsAt: Instant;
  change: "booked" | "moved" | "cancelled";
  by: BookingActor;
  at: Instant;
};

/** Throws `NotFound` for a booking out of reach. */
export async function getPresentBooking(
  ctx: SchoolContext,
  id: BookingId,
): Promise<PresentBooking> {
  const booking = await getFamilyBooking(ctx, id);
  if (booking === null) throw new NotFound();
  const { state, startsAt } = booking;
  return { bookingId: id, state, startsAt, ...lastChangeOf(booking) };
}

/** The refusal of what was confirmed for a booking that has become another one since. */
export async function getChangedRefusal(
  ctx: SchoolContext,
  id: BookingId,
  code: ChangedCode = "booking-changed",
): Promise<Refusal> {
  return new Refusal(code, { present: await getPresentBooking(ctx, id) });
}

function lastChangeOf({
  cancelled,
  moves,
  bookedBy,
  bookedAt,
}: FamilyBooking): Pick<PresentBooking, "change" | "by" | "at"> {
  if (cancelled !== null) return { change: "cancelled", by: cancelled.by, at: cancelled.at };
  const move = moves.at(-1);
  if (move !== undefined) return { change: "moved", by: move.by, at: move.movedAt };
  return { change: "booked", by: bookedBy, at: bookedAt };
}
