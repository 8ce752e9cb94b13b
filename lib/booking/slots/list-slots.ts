import { callInSchool } from "@/lib/db/call";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { asInstant } from "@/lib/time/instant";
import type { BookingFacts } from "../booking-facts";
import { bookingWindow, type BookingWindow } from "../window/booking-window";
import { getBookingFacts, guardianOf } from "../get-booking-facts";
import { slotsOfWeek, type Slot } from "./slots";

/** Slots drift into the notice period as time goes by: a version lasts no longer than this. */
const VERSION_LASTS_MS = 60_000;

export type SlotsQuery = {
  enrolmentId: EnrolmentId;
  week: number;
  /** A booking that is to be moved: its own lesson is out of the way. */
  movingId?: BookingId | null;
};

export type WeekSlots = {
  week: number;
  slots: Slot[];
  /** Whether a first booking may be made now; a move needs no window. */
  window: BookingWindow;
  facts: BookingFacts;
};

/** The slots of one enrolment in one week. Throws `NotFound` when the enrolment is out of reach. */
export async function listSlots(ctx: SchoolContext, query: SlotsQuery): Promise<WeekSlots> {
  const facts = await getBookingFacts(ctx, { enrolmentId: query.enrolmentId, weeks: [query.week] });
  const moved = facts.bookings.find((booking) => booking.id === query.movingId);
  const { course, enrolment } = facts;
  const opening = {
    opensAt: course.windowOpensAt,
    closesAt: course.windowClosesAt,
    bookUntil: enrolment.bookUntil,
  };
  return {
    week: query.week,
    slots: slotsOfWeek(facts, {
      week: query.week,
      now: ctx.now,
      ignoreLessonId: moved?.lessonId,
      owedWeek: moved?.week,
    }),
    window: bookingWindow(opening, ctx.now),
    facts,
  };
}

/**
 * A short text that differs whenever `listSlots` may answer otherwise: the ETag of the slot picker's
 * polling. Far cheaper than the slots. Throws `NotFound` as they do.
 */
export async function getSlotsVersion(ctx: SchoolContext, query: SlotsQuery): Promise<string> {
  const version = await callInSchool(ctx, "slots_version", [
    guardianOf(ctx),
    query.enrolmentId,
    query.week,
  ]);
  if (typeof version !== "string") throw new NotFound();
  const minute = asInstant(Math.floor(ctx.now / VERSION_LASTS_MS));
  return `${version}-${query.week}-${query.movingId ?? "first"}-${minute}`;
}
