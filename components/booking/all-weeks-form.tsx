"use client";

import { useActionState, type ReactNode } from "react";
import type { ActionState, SchoolAction } from "@/lib/action";
import { SignInAgain } from "../account/sign-in-again";
import type { Clash } from "@/lib/booking/get-clash-refusal";
import { bookingRefusals } from "@/lib/booking/refusals";
import { Alert } from "../ui/alert";
import { SubmitButton } from "../ui/submit-button";
import { clashesOf } from "./clashes";
import { slotView, whenText, type SchoolClock } from "./lesson-words";
import { useArrival } from "./use-arrival";
import { WeekChoice, type ChoosableWeek } from "./week-choice";

type Arrival = { href: string };

type AllWeeksFormProps = {
  action: SchoolAction<Arrival>;
  /** Hidden fields: the request's key and the enrolment. */
  fields: Record<string, string>;
  clock: SchoolClock;
  weeks: readonly ChoosableWeek[];
  /** What the choice means, said before the button. */
  children?: ReactNode;
};

/** All weeks in one confirmation, all or none; what clashed is named and the rest stays chosen. */
export function AllWeeksForm({ action, fields, clock, weeks, children }: AllWeeksFormProps) {
  const [state, send] = useActionState<ActionState<Arrival>, FormData>(action, { status: "idle" });
  const arrival = useArrival(state);
  if (arrival !== null) return <Alert tone="success" title="Booked!" />;
  const refused = state.status === "refused" ? state : null;
  const clashes = clashesOf(refused?.details);
  return (
    <form action={send} className="grid gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused === null ? null : (
        <Alert
          tone="refusal"
          title={clashes.length > 0 ? "Nothing is booked yet" : refused.text}
          actions={refused.code === "signed-out" ? <SignInAgain /> : null}
        >
          {clashes.length > 0 ? clashText(clashes) : refused.fields?.["form"]}
        </Alert>
      )}
      {weeks.map((week) => (
        <WeekChoice
          key={week.week}
          week={afterClash(week, clashes, clock)}
          kept={refused?.values?.[`week-${week.week}`]}
        />
      ))}
      {children}
      <SubmitButton variant="accent" size="lg" block pendingText="Booking…">
        Book these lessons
      </SubmitButton>
    </form>
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
