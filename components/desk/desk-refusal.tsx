import { ChangedBooking, presentOf } from "@/components/booking/changed-booking";
import type { SchoolClock } from "@/components/booking/lesson-words";
import { FormMessage } from "@/components/ui/form-message";
import type { ActionState } from "@/lib/action";

type DeskRefusalProps = { state: ActionState; clock: SchoolClock };

/** Why a form of the desk was refused; of a booking that has changed since, what it is now. */
export function DeskRefusal({ state, clock }: DeskRefusalProps) {
  const refused = state.status === "refused" ? state : null;
  const present = presentOf(refused);
  if (refused === null || present === null) return <FormMessage state={state} />;
  return <ChangedBooking text={refused.text} {...{ present, clock }} />;
}
