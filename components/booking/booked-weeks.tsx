import type { BookedWeek } from "@/lib/booking/list-family-bookings";
import { TextLink } from "../ui/text-link";
import { nameOf } from "./booking-history";
import { whenText, type SchoolClock } from "./lesson-words";

type BookedWeeksProps = {
  weeks: readonly BookedWeek[];
  clock: SchoolClock;
  /** The page of a booking is below it. */
  bookingsHref: string;
};

/** Weeks that are booked: to when, by whom and when that was, each with its booking. */
export function BookedWeeks({ weeks, clock, bookingsHref }: BookedWeeksProps) {
  return (
    <ul className="grid gap-1">
      {weeks.map(({ week, bookingId, startsAt, by, at }) => (
        <li key={bookingId}>
          Week {week}:{" "}
          <TextLink
            href={`${bookingsHref}/${bookingId}`}
            className="inline-flex min-h-11 items-center"
          >
            {whenText(clock, startsAt)}
          </TextLink>
          , booked by {nameOf(by)} on {whenText(clock, at)}
        </li>
      ))}
    </ul>
  );
}
