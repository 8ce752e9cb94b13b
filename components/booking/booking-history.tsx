import type {
  BookingActor,
  BookingCancellation,
  FamilyBooking,
} from "@/lib/booking/list-family-bookings";
import type { Instant } from "@/lib/time/instant";
import { whenText, type SchoolClock } from "./lesson-words";

type BookingHistoryProps = { clock: SchoolClock; booking: FamilyBooking };

/** What happened to a booking, oldest first. */
export function BookingHistory({ clock, booking }: BookingHistoryProps) {
  return (
    <ol className="grid gap-3 border-l-4 border-line pl-4">
      {stepsOf(clock, booking).map(({ at, text, note }) => (
        <li key={at + text}>
          <p className="text-sm text-ink-soft">{whenText(clock, at)}</p>
          <p>{text}</p>
          {note ? <p className="text-ink-soft">“{note}”</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** "Cancelled by you on Mon 30 Nov, 4:00 pm", with the reason. */
export function cancelledText(clock: SchoolClock, cancelled: BookingCancellation): string {
  const said = `${cancelledBy(cancelled)} on ${whenText(clock, cancelled.at)}`;
  return cancelled.note ? `${said}: “${cancelled.note}”` : said;
}

/** Why a booking can no longer be moved or cancelled: by whom it was cancelled, or that it is over. */
export function overText(clock: SchoolClock, { cancelled }: FamilyBooking): string {
  return cancelled === null ? "The lesson has taken place." : `${cancelledText(clock, cancelled)}.`;
}

type Step = { at: Instant; text: string; note?: string | null };

function stepsOf(clock: SchoolClock, booking: FamilyBooking): Step[] {
  const { moves, cancelled } = booking;
  const first = moves[0]?.fromStartsAt ?? booking.startsAt;
  return [
    {
      at: booking.bookedAt,
      text: `Booked by ${nameOf(booking.bookedBy)} for ${whenText(clock, first)}`,
    },
    ...moves.map((move) => ({
      at: move.movedAt,
      text: `Moved by ${nameOf(move.by)} from ${whenText(clock, move.fromStartsAt)} to ${whenText(clock, move.toStartsAt)}`,
    })),
    ...(cancelled === null
      ? []
      : [{ at: cancelled.at, text: cancelledBy(cancelled), note: cancelled.note }]),
  ];
}

function cancelledBy({ reason, by }: BookingCancellation): string {
  switch (reason) {
    case "FAMILY":
      return `Cancelled by ${nameOf(by)}`;
    case "CLOSURE":
      return "Cancelled by the school, which is closed then";
    case "WEEK_PLAN":
      return "Cancelled by the school, because the week plan changed";
    case "ENROLMENT":
      return "Cancelled by the school, because the enrolment ended";
    case "SCHOOL":
      return "Cancelled by the school";
  }
}

/** "Booked by you", "by Ann", "by the school". */
export function nameOf(actor: BookingActor): string {
  switch (actor.kind) {
    case "you":
      return "you";
    case "guardian":
    case "staff":
      return actor.name;
    case "school":
      return "the school";
  }
}
