import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import type { BookingPlace } from "./get-booking-place";
import { getPresentBooking } from "./get-present-booking";
import { startToActOn, type ShownStart } from "./shown-start";

/** The start of a live booking that is the one that was shown; otherwise throws what it is now. */
export async function getShownStart(
  ctx: SchoolContext,
  place: Pick<BookingPlace, "id" | "state" | "startsAt">,
  shown: ShownStart,
): Promise<Instant> {
  if (shown === "outdated") throw await getChangedRefusal(ctx, place.id);
  if (place.state !== "CONFIRMED") throw await getChangedRefusal(ctx, place.id, "not-confirmed");
  const startsAt = startToActOn(shown, place.startsAt);
  if (startsAt === null) throw await getChangedRefusal(ctx, place.id);
  return startsAt;
}

/** The refusal of what was confirmed for a booking that has become another one since. */
export async function getChangedRefusal(
  ctx: SchoolContext,
  id: BookingPlace["id"],
  code: "booking-changed" | "not-confirmed" = "booking-changed",
): Promise<Refusal> {
  return new Refusal(code, { present: await getPresentBooking(ctx, id) });
}
