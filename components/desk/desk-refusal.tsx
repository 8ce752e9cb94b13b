import { AlreadyBooked } from "@/components/booking/already-booked";
import { ChangedBooking, presentOf } from "@/components/booking/changed-booking";
import { bookedOf, clashesOf } from "@/components/booking/clashes";
import type { SchoolClock } from "@/components/booking/lesson-words";
import { FormMessage } from "@/components/ui/form-message";
import type { ActionState } from "@/lib/action";

type DeskRefusalProps = { state: ActionState; clock: SchoolClock; bookingsHref: string };

/** Why a form of the desk was refused: what the booking is now that has changed, or who has booked the week. */
export function DeskRefusal({ state, clock, bookingsHref }: DeskRefusalProps) {
  const refused = state.status === "refused" ? state : null;
  const present = presentOf(refused);
  const booked = bookedOf(clashesOf(refused?.details));
  if (booked.length > 0) return <AlreadyBooked {...{ booked, clock, bookingsHref }} />;
  if (refused === null || present === null) return <FormMessage state={state} />;
  return <ChangedBooking text={refused.text} {...{ present, clock }} />;
}
