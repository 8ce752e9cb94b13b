"use client";

import { useActionState, type ReactNode } from "react";
import type { ActionRefused, SchoolAction } from "@/lib/action";
import { SignInAgain } from "../account/sign-in-again";
import type { Clash } from "@/lib/booking/get-clash-refusal";
import type { BookedWeek } from "@/lib/booking/list-family-bookings";
import { bookingRefusals } from "@/lib/booking/refusals";
import { Alert } from "../ui/alert";
import { ButtonLink } from "../ui/button-link";
import { SubmitButton } from "../ui/submit-button";
import { BookedWeeks } from "./booked-weeks";
import { bookedOf, clashesOf } from "./clashes";
import { slotView, whenText, type SchoolClock } from "./lesson-words";
import { WeekChoice, type ChoosableWeek } from "./week-choice";

type AllWeeksFormProps = {
  action: SchoolAction;
  /** Hidden fields: the request's key and the enrolment. */
  fields: Record<string, string>;
  clock: SchoolClock;
  bookingsHref: string;
  weeks: readonly ChoosableWeek[];
  /** What the choice means, said before the button. */
  children?: ReactNode;
};

/** All weeks in one confirmation, all or none; what clashed is named and the rest stays chosen. */
export function AllWeeksForm({
  action,
  fields,
  clock,
  bookingsHref,
  weeks,
  children,
}: AllWeeksFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const clashes = clashesOf(refused?.details);
  const booked = bookedOf(clashes);
  const open = weeks.filter(({ week }) => booked.every((one) => one.week !== week));
  return (
    <form action={send} className="grid gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {booked.length > 0 ? (
        <Booked {...{ booked, clock, bookingsHref }} isAll={open.length === 0} />
      ) : null}
      <Refused {...{ refused, clashes }} />
      {open.map((week) => (
        <WeekChoice
          key={week.week}
          week={afterClash(week, clashes, clock)}
          kept={refused?.values?.[`week-${week.week}`]}
        />
      ))}
      {open.length === 0 ? null : (
        <>
          {children}
          <SubmitButton variant="accent" size="lg" block pendingText="Booking…">
            Book these lessons
          </SubmitButton>
        </>
      )}
    </form>
  );
}

type BookedProps = {
  booked: readonly BookedWeek[];
  clock: SchoolClock;
  bookingsHref: string;
  /** Nothing of the choice is left to book. */
  isAll: boolean;
};

/** Weeks of the choice that somebody has booked meanwhile, perhaps in another tab. */
function Booked({ booked, clock, bookingsHref, isAll }: BookedProps) {
  const one = booked.length === 1;
  return (
    <Alert
      tone={isAll ? "success" : "info"}
      title={one ? "One of these weeks is booked already" : "These weeks are booked already"}
      actions={<ButtonLink href={bookingsHref}>Show the bookings</ButtonLink>}
    >
      <BookedWeeks weeks={booked} {...{ clock, bookingsHref }} />
      {isAll ? null : <p>The other weeks are not booked yet: your choice is kept below.</p>}
    </Alert>
  );
}

function Refused({
  refused,
  clashes,
}: {
  refused: ActionRefused | null;
  clashes: readonly Clash[];
}) {
  if (refused === null) return null;
  if (clashes.length === 0) {
    return (
      <Alert
        tone="refusal"
        title={refused.text}
        actions={refused.code === "signed-out" ? <SignInAgain /> : null}
      >
        {refused.fields?.["form"]}
      </Alert>
    );
  }
  const lost = clashes.filter(({ booked }) => booked === null);
  if (lost.length === 0) return null;
  return (
    <Alert
      tone="refusal"
      title={
        lost.length < clashes.length ? "The other weeks are not booked" : "Nothing is booked yet"
      }
    >
      {clashText(lost)}
    </Alert>
  );
}

function clashText(clashes: readonly Clash[]): string {
  const weeks = clashes.map(({ week }) => week).join(" and ");
  const what = clashes.length === 1 ? `Week ${weeks} could` : `Weeks ${weeks} could`;
  return `${what} not be booked at the chosen time. Choose another one below; the rest of your choice is kept.`;
}

/** A week whose chosen time was refused: why, and the free times nearest to it. */
function afterClash(
  week: ChoosableWeek,
  clashes: readonly Clash[],
  clock: SchoolClock,
): ChoosableWeek {
  const clash = clashes.find((one) => one.week === week.week);
  if (clash === undefined) return week;
  const why = bookingRefusals[clash.code].replace("{phone}", "");
  return {
    ...week,
    wanted: null,
    problem: `${whenText(clock, clash.startsAt)}: ${why}`,
    others: clash.alternatives.map((slot) => slotView(clock, slot)),
  };
}
