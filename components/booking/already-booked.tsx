import type { BookedWeek } from "@/lib/booking/list-family-bookings";
import { Alert } from "../ui/alert";
import { ButtonLink } from "../ui/button-link";
import { BookedWeeks } from "./booked-weeks";
import type { SchoolClock } from "./lesson-words";

type AlreadyBookedProps = {
  booked: readonly BookedWeek[];
  clock: SchoolClock;
  bookingsHref: string;
};

/** The week that is wanted is booked: by whom, to when, and the way there. */
export function AlreadyBooked({ booked, clock, bookingsHref }: AlreadyBookedProps) {
  return (
    <Alert
      tone="info"
      title="This week is already booked"
      actions={
        <ButtonLink href={`${bookingsHref}/${booked[0]?.bookingId}`} variant="primary">
          Show the booking
        </ButtonLink>
      }
    >
      <BookedWeeks weeks={booked} {...{ clock, bookingsHref }} />
    </Alert>
  );
}
