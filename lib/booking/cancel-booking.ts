import { callInSchool } from "@/lib/db/call";
import { inSchool } from "@/lib/db/in-school";
import { newId, type BookingId } from "@/lib/ids";
import { reachOf } from "@/lib/people/reach";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { actorIdOf } from "./get-booking-facts";
import { getBookingPlace, type BookingPlace } from "./get-booking-place";
import { getChangedRefusal } from "./get-present-booking";
import { hasNotice } from "./notice-policy";
import { answerBrokenRule } from "./answer-broken-rule";
import { earlierResult, hashOfInput } from "./request-key";
import { startToActOn, type ShownStart } from "./shown-start";
import type { WriteAnswer } from "./write-answer";

export type CancelBooking = {
  bookingId: BookingId;
  /** Another start means that somebody was faster: nothing is cancelled. */
  shown: ShownStart;
  requestKey: string | null;
  note?: string | null;
  /** Heard for admins only. */
  overrideReason?: string | null;
};

/**
 * Cancels a booking: inside the notice its time is free at once and the entitlement open again;
 * later it is refused to families, and to admins without a reason. Records the facts only; what it
 * costs is the billing's affair. Throws `NotFound` and `Refusal`; that of a booking which is no longer
 * what was shown carries how it stands (`details.present`).
 */
export async function cancelBooking(
  ctx: SchoolContext,
  input: CancelBooking,
): Promise<{ bookingId: BookingId; repeated: boolean }> {
  const { bookingId } = input;
  const place = await getBookingPlace(ctx, bookingId);
  const { note = null, overrideReason = null } = input;
  const inputHash = hashOfInput("cancel", [bookingId, note, overrideReason]);
  const earlier = earlierResult(await findRequest(ctx, input.requestKey), inputHash);
  if (earlier !== null) return { bookingId, repeated: true };
  const startsAt = startToActOn(place, input.shown);
  if (typeof startsAt === "string") throw await getChangedRefusal(ctx, bookingId, startsAt);
  const override = demandNotice(ctx, place, input);
  const answer = (await callInSchool(ctx, "cancel_booking", [
    actorIdOf(ctx),
    input.requestKey,
    inputHash,
    isoFromInstant(ctx.now),
    bookingId,
    isoFromInstant(startsAt),
    reachOf(ctx).kind === "school" ? "SCHOOL" : "FAMILY",
    note,
    override,
    newId(),
    newId(),
    ctx.requestId,
  ]).catch(answerBrokenRule)) as WriteAnswer;
  if (answer.status === "changed") throw await getChangedRefusal(ctx, bookingId);
  if (answer.status === "key-reused") throw new Refusal("request-key-reused");
  return { bookingId, repeated: answer.status === "repeated" };
}

function demandNotice(
  ctx: SchoolContext,
  place: BookingPlace,
  input: CancelBooking,
): string | null {
  if (hasNotice(place.startsAt, ctx.now, place.noticeHours)) return null;
  if (reachOf(ctx).kind !== "school") throw new Refusal("inside-notice-period");
  if (!input.overrideReason) {
    throw new Refusal("override-needs-reason", { overrides: ["inside-notice-period"] });
  }
  return input.overrideReason;
}

async function findRequest(ctx: SchoolContext, key: string | null) {
  const actorId = actorIdOf(ctx);
  if (key === null || actorId === null) return null;
  return inSchool(ctx, (db) =>
    db.request.findFirst({
      where: { actorId, key },
      select: { inputHash: true, resultIds: true },
    }),
  );
}
