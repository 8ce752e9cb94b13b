import { callInSchool } from "@/lib/db/call";
import type { EnrolmentId } from "@/lib/ids";
import { reachOf } from "@/lib/people/reach";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant, type Instant } from "@/lib/time/instant";
import { bookingFactsOf, type BookingFacts, type BookingFactsRow } from "./booking-facts";

type FactsQuery = {
  enrolmentId: EnrolmentId;
  /** The weeks whose lessons are wanted; the rest of the facts is always whole. */
  weeks: readonly number[];
  /** Only the lessons that a lesson at one of these starts would meet, buffer and travel gap included. */
  starts?: readonly Instant[];
  requestKey?: string | null;
};

/**
 * Everything a booking of one enrolment is decided on, in one round trip.
 * Throws `NotFound` when the actor does not reach the enrolment.
 */
export async function getBookingFacts(
  ctx: SchoolContext,
  { enrolmentId, weeks, starts, requestKey }: FactsQuery,
): Promise<BookingFacts> {
  const row = await callInSchool(ctx, "booking_facts_in_school", [
    guardianOf(ctx),
    enrolmentId,
    weeks,
    starts?.map(isoFromInstant) ?? null,
    actorIdOf(ctx),
    requestKey ?? null,
  ]);
  if (row === null) throw new NotFound();
  return bookingFactsOf(row as BookingFactsRow);
}

/**
 * The same for several enrolments of the school in one round trip, by enrolment. For whoever reaches
 * the whole school: throws `NotFound` for anybody else.
 */
export async function getManyBookingFacts(
  ctx: SchoolContext,
  wanted: readonly { enrolmentId: EnrolmentId; weeks: readonly number[] }[],
): Promise<Map<EnrolmentId, BookingFacts>> {
  if (guardianOf(ctx) !== null) throw new NotFound();
  if (wanted.length === 0) return new Map();
  const rows = await callInSchool(ctx, "booking_facts_of_many", [JSON.stringify(wanted)]);
  const found = Object.entries(rows as Record<EnrolmentId, BookingFactsRow>);
  return new Map(found.map(([id, row]) => [id as EnrolmentId, bookingFactsOf(row)]));
}

/** The guardian whose children a booking actor is kept to; null is the whole school. */
export function guardianOf(ctx: SchoolContext): string | null {
  const reach = reachOf(ctx);
  if (reach.kind === "school") return null;
  if (reach.kind === "guardian") return reach.personId;
  throw new NotFound();
}

export function actorIdOf(ctx: SchoolContext): string | null {
  return ctx.actor.kind === "member" ? ctx.actor.personId : null;
}
