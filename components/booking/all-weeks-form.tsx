"use client";

import { useActionState } from "react";
import type { ActionState, SchoolAction } from "@/lib/action";
import { Alert } from "../ui/alert";
import { SubmitButton } from "../ui/submit-button";
import { clashesOf } from "./clashes";
import { slotView, type SchoolClock, type SlotView } from "./lesson-words";
import { useArrival } from "./use-arrival";
import { WeekChoice } from "./week-choice";

type Arrival = { href: string };

export type ChoosableWeek = {
  week: number;
  dates: string;
  /** The wanted time, where it is free. */
  wanted: SlotView | null;
  /** Other free starts, nearest first. */
  others: readonly SlotView[];
};

type AllWeeksFormProps = {
  action: SchoolAction<Arrival>;
  fields: Record<string, string>;
  clock: SchoolClock;
  wantedText: string;
  weeks: readonly ChoosableWeek[];
};

/** All weeks in one confirmation, all or none; what clashed is named and the rest stays chosen. */
export function AllWeeksForm({ action, fields, clock, wantedText, weeks }: AllWeeksFormProps) {
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
        <Alert tone="refusal" title={clashes.length > 0 ? "Nothing is booked yet" : refused.text}>
          {clashes.length > 0
            ? `${weeksText(clashes.map(({ week }) => week))} could not be had. Choose another time there; the rest of your choice is kept.`
            : (refused.fields?.["form"] ?? null)}
        </Alert>
      )}
      {weeks.map((week) => {
        const clash = clashes.find((one) => one.week === week.week);
        return (
          <WeekChoice
            key={week.week}
            week={clash ? withoutLost(week, clash.alternatives.map((one) => slotView(clock, one))) : week}
            lost={clash ? slotView(clock, { ...clash, day: week.others[0]?.day ?? week.wanted?.day ?? NO_DAY, besideSibling: null }) : null}
            kept={clash ? undefined : refused?.values?.[`week-${week.week}`]}
            wantedText={wantedText}
          />
        );
      })}
      <SubmitButton variant="accent" size="lg" block pendingText="Booking…">
        Book these lessons
      </SubmitButton>
    </form>
  );
}
