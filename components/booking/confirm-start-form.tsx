"use client";

import { useActionState, type ReactNode } from "react";
import type { ActionState, SchoolAction } from "@/lib/action";
import { Alert } from "../ui/alert";
import { ButtonLink } from "../ui/button-link";
import { SubmitButton } from "../ui/submit-button";
import { clashesOf } from "./clashes";
import { slotView, type SchoolClock, type SlotView } from "./lesson-words";
import { useArrival } from "./use-arrival";

type Arrival = { href: string };
type ConfirmState = ActionState<Arrival>;

type ConfirmStartFormProps = {
  action: SchoolAction<Arrival>;
  /** Hidden fields: the request's key, what is booked or moved, and `startsAt`. */
  fields: Record<string, string>;
  clock: SchoolClock;
  confirmText: string;
  pendingText: string;
  /** Back to the times. */
  backHref: string;
  /** When the start was already gone as the page was opened: what is free near it, and its address. */
  lost?: { nearest: readonly SlotView[]; hrefStart: string } | null;
  /** What the start means; the button stays in sight below it, above the tab bar of a phone. */
  children?: ReactNode;
};

/** One confirmation of one start; after a refusal the nearest free starts, one press each. */
export function ConfirmStartForm(props: ConfirmStartFormProps) {
  const { action, fields, clock, confirmText, pendingText, backHref, lost, children } = props;
  const [state, send] = useActionState<ConfirmState, FormData>(action, { status: "idle" });
  const arrival = useArrival(state);
  if (arrival !== null) return <Arrived href={arrival} />;
  return (
    <form action={send} className="grid gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state.status === "refused" ? (
        <Refused state={state} clock={clock} pendingText={pendingText} />
      ) : lost ? (
        <Lost {...lost} />
      ) : (
        <div className="sticky bottom-[calc(4.625rem+env(safe-area-inset-bottom))] z-10 bg-surface py-2 md:static">
          <SubmitButton variant="accent" size="lg" block pendingText={pendingText}>
            {confirmText}
          </SubmitButton>
        </div>
      )}
      <ButtonLink href={backHref} size="lg" block>
        Choose another time
      </ButtonLink>
    </form>
  );
}

type RefusedProps = {
  state: Extract<ConfirmState, { status: "refused" }>;
  clock: SchoolClock;
  pendingText: string;
};

function Refused({ state, clock, pendingText }: RefusedProps) {
  const nearest = clashesOf(state.details)
    .flatMap(({ alternatives }) => alternatives)
    .slice(0, 4)
    .map((slot) => slotView(clock, slot));
  const buttons = nearest.map((slot) => (
    <SubmitButton key={slot.at} name="instead" value={slot.at} block pendingText={pendingText}>
      {slot.dayLabel}, {slot.time}
    </SubmitButton>
  ));
  return (
    <Alert
      tone="refusal"
      title={state.text}
      actions={buttons.length > 0 ? <div className="grid w-full gap-2">{buttons}</div> : null}
    >
      {buttons.length > 0 ? "One press takes one of these:" : null}
    </Alert>
  );
}

function Lost({ nearest, hrefStart }: NonNullable<ConfirmStartFormProps["lost"]>) {
  const links = nearest.map((slot) => (
    <ButtonLink key={slot.at} href={hrefStart + encodeURIComponent(slot.at)} variant="primary">
      {slot.dayLabel}, {slot.time}
    </ButtonLink>
  ));
  return (
    <Alert
      tone="refusal"
      title="That time is not free any more."
      actions={links.length > 0 ? <div className="grid w-full gap-2">{links}</div> : null}
    >
      {links.length > 0 ? "These are the nearest free times:" : "No other time is free near it."}
    </Alert>
  );
}

function Arrived({ href }: Arrival) {
  return (
    <Alert
      tone="success"
      title="Done!"
      actions={
        <ButtonLink href={href} variant="primary">
          Show the booking
        </ButtonLink>
      }
    />
  );
}
