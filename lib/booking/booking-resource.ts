import type { EnrolmentId } from "@/lib/ids";
import type { Refusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { isoFromInstant } from "@/lib/time/instant";
import type { BookingWindow } from "./window/booking-window";
import type { Clash } from "./get-clash-refusal";
import type { PresentBooking } from "./get-present-booking";
import type { FamilyEnrolment } from "./list-family-enrolments";
import type { BookedWeek, BookingActor } from "./list-family-bookings";
import type { BookingView } from "./find-bookings";
import type { WeekSlots } from "./slots/list-slots";
import type { BookingRefusal } from "./refusals";
import type { Slot } from "./slots/slots";

/** A booking as machines see it; every moment is ISO 8601 in UTC. */
export function bookingResource(booking: BookingView) {
  return {
    id: booking.id,
    enrolmentId: booking.enrolmentId,
    week: booking.week,
    state: booking.state,
    startsAt: isoFromInstant(booking.startsAt),
    endsAt: isoFromInstant(booking.endsAt),
    cancelBy: isoFromInstant(booking.cancelBy),
    bookedAt: isoFromInstant(booking.bookedAt),
    cancelledAt: isoOrNull(booking.cancelledAt),
    studentName: booking.studentName,
    courseName: booking.courseName,
    teacherName: booking.teacherName,
    roomName: booking.roomName,
    locationName: booking.locationName,
    locationAddress: booking.locationAddress,
  };
}

type Booked = { id: string; enrolmentId: EnrolmentId; week: number; startsAt: Instant };

/**
 * The answer to a booking or a move: what the caller asked for and got, without a read. It hangs on
 * nothing that may change later, so a repeated request is answered alike.
 */
export function bookedResource({ id, enrolmentId, week, startsAt }: Booked) {
  return { id, enrolmentId, week, startsAt: isoFromInstant(startsAt) };
}

export function enrolmentResource(enrolment: FamilyEnrolment) {
  return {
    ...enrolment,
    window: windowResource(enrolment.window),
    weeks: enrolment.weeks.map(({ booking, ...week }) => ({
      ...week,
      booking: booking && { id: booking.id, ...timesOf(booking) },
    })),
  };
}

/** `day` and `time` are the school's wall clock. */
export function slotsResource({ week, slots, window }: Omit<WeekSlots, "facts">) {
  return {
    week,
    slots: slots.map(({ day, time, roomName, besideSibling, ...slot }) => ({
      ...timesOf(slot),
      day,
      time,
      roomName,
      besideSibling,
    })),
    window: windowResource(window),
  };
}

const CLASHES: ReadonlySet<string> = new Set<BookingRefusal>([
  "slot-taken",
  "student-busy",
  "week-already-booked",
  "not-confirmed",
  "booking-changed",
  "schedule-busy",
]);

type RefusalDetails = { clashes?: readonly Clash[]; present?: PresentBooking };

/**
 * How a refused booking is told: 409 where the present state of things is in the way, 412 where the
 * caller had said which state it acts on (If-Match), else 422. A clash carries the nearest free
 * starts, nearest first; a booking that has changed how it stands.
 */
export function bookingRefusalResource({ code, details }: Refusal, request: Request) {
  const { clashes, present, ...facts } = (details ?? {}) as RefusalDetails;
  if (present !== undefined) {
    const past = code === "booking-changed" && request.headers.has("if-match");
    return { status: past ? 412 : 409, facts: { ...facts, present: presentResource(present) } };
  }
  const status = CLASHES.has(code) ? 409 : 422;
  const [clash] = clashes ?? [];
  if (clash === undefined) return { status, facts };
  const { alternatives, booked } = clash;
  const told = booked && { booked: bookedWeekResource(booked) };
  return { status, facts: { ...facts, alternatives: alternatives.map(timesOf), ...told } };
}

function bookedWeekResource({ bookingId, startsAt, by, at }: BookedWeek) {
  return {
    id: bookingId,
    startsAt: isoFromInstant(startsAt),
    bookedBy: who(by),
    bookedAt: isoFromInstant(at),
  };
}

function who(by: BookingActor): string {
  return "name" in by ? by.name : by.kind;
}

function presentResource({ state, startsAt, change, at, by }: PresentBooking) {
  return {
    state,
    startsAt: isoFromInstant(startsAt),
    change,
    changedAt: isoFromInstant(at),
    changedBy: who(by),
  };
}

function windowResource(window: BookingWindow) {
  switch (window.state) {
    case "none":
      return window;
    case "not-yet":
      return { state: window.state, opensAt: isoFromInstant(window.opensAt) };
    case "open":
      return { state: window.state, closesAt: isoOrNull(window.closesAt) };
    case "closed":
      return { state: window.state, closedAt: isoFromInstant(window.closedAt) };
  }
}

function timesOf({ startsAt, endsAt }: Pick<Slot, "startsAt" | "endsAt">) {
  return { startsAt: isoFromInstant(startsAt), endsAt: isoFromInstant(endsAt) };
}

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoFromInstant(instant);
}
