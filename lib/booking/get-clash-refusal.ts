import type { EnrolmentId } from "@/lib/ids";
import { reachOf } from "@/lib/people/reach";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import type { BookingFacts } from "./booking-facts";
import type { BookingRefusal } from "./refusals";
import { getBookingFacts } from "./get-booking-facts";
import { findInTheWay } from "./find-in-the-way";
import { listBookedWeeks, type BookedWeek } from "./list-family-bookings";
import { nearestSlots } from "./slots/nearest-slots";
import type { SlotRefusal } from "./slots/slot-rules";
import { slotsOfWeek, type Slot, type SlotQuery } from "./slots/slots";
import type { LastClash } from "./write-answer";

const ALTERNATIVES = 5;
const OVERLAPS: ReadonlySet<string> = new Set(["teacher-busy", "student-busy", "no-room"]);

/** One wanted lesson that cannot be had, with the free starts nearest to it, or the booking that its week has. */
export type Clash = {
  week: number;
  startsAt: Instant;
  code: BookingRefusal;
  alternatives: Slot[];
  booked: BookedWeek | null;
};
export type WantedClash = { query: SlotQuery; startsAt: Instant; code: SlotRefusal | LastClash };

/**
 * The refusal of a choice of lessons: names every one that clashed and offers the nearest free
 * starts, read afresh, or says who has booked that week. Its code is that of the first clash; an admin is
 * told which lesson is in the way.
 */
export async function getClashRefusal(
  ctx: SchoolContext,
  facts: BookingFacts,
  wanted: readonly WantedClash[],
): Promise<Refusal> {
  const enrolmentId = facts.enrolment.id as EnrolmentId;
  const weeks = [...new Set(wanted.map(({ query }) => query.week))];
  const fresh = await getBookingFacts(ctx, {
    enrolmentId,
    weeks,
  });
  const isBooked = wanted.some(({ code }) => code === "already-booked");
  const bookedWeeks = isBooked ? await listBookedWeeks(ctx, enrolmentId) : [];
  const clashes = wanted.map(({ query, startsAt, code }): Clash => {
    const week = query.owedWeek ?? query.week;
    const booked = code === "already-booked" ? bookedWeeks.find((one) => one.week === week) : null;
    const alternatives = booked ? [] : slotsOfWeek(fresh, query);
    return {
      week,
      startsAt,
      code: refusalOf(code),
      alternatives: nearestSlots(alternatives, startsAt, ALTERNATIVES),
      booked: booked ?? null,
    };
  });
  const code = clashes[0]?.code ?? "slot-taken";
  const inTheWay = reachOf(ctx).kind === "school" ? await nameFirst(ctx, fresh, wanted) : null;
  return new Refusal(code, { clashes, ...(inTheWay !== null && { inTheWay }) });
}

async function nameFirst(
  ctx: SchoolContext,
  facts: BookingFacts,
  wanted: readonly WantedClash[],
): Promise<string | null> {
  const [first] = wanted;
  if (first === undefined || !OVERLAPS.has(first.code)) return null;
  const { startsAt, query } = first;
  return findInTheWay(ctx, facts, { startsAt, ignoreLessonId: query.ignoreLessonId });
}

function refusalOf(code: SlotRefusal | LastClash): BookingRefusal {
  switch (code) {
    case "teacher-busy":
    case "no-room":
      return "slot-taken";
    case "already-booked":
      return "week-already-booked";
    default:
      return code;
  }
}
