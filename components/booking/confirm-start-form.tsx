"use client";

import { useActionState, type ReactNode } from "react";
import type { SchoolAction } from "@/lib/action";
import { SignInAgain } from "../account/sign-in-again";
import { Alert } from "../ui/alert";
import { ButtonLink } from "../ui/button-link";
import { SubmitButton } from "../ui/submit-button";
import { AlreadyBooked } from "./already-booked";
import { ChangedBooking, presentOf } from "./changed-booking";
import { bookedOf, clashesOf } from "./clashes";
import { slotView, type SchoolClock, type SlotView } from "./lesson-words";
import { STICKY_BUTTON } from "./sticky-button-class";

const NEAREST = 4;
/** Refusals of the moment: another press may have it yet, of a changed booking on what the page shows now. */
const MAY_WORK_LATER: ReadonlySet<string> = new Set([
  "schedule-busy",
  "unexpected",
  "booking-changed",
]);

type ConfirmStartFormProps = {
  action: SchoolAction;
  /** Hidden fields: the request's key, what is booked or moved, and `startsAt`. */
  fields: Record<string, string>;
  clock: SchoolClock;
  confirmText: string;
  pendingText: string;
  bookingsHref: string;
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
  const { bookingsHref } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const clashes = clashesOf(refused?.details);
  const nearest = clashes.flatMap(({ alternatives }) => alternatives);
  const booked = bookedOf(clashes);
  const present = presentOf(refused);
  const confirmable = refused === null ? !lost : MAY_WORK_LATER.has(refused.code);
  return (
    <form action={send} className="grid gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused !== null && present !== null ? (
        <ChangedBooking text={refused.text} {...{ present, clock }} />
      ) : booked.length > 0 ? (
        <AlreadyBooked {...{ booked, clock, bookingsHref }} />
      ) : refused ? (
        <Refused text={refused.text} {...{ clock, pendingText, nearest }}>
          {refused.code === "signed-out" ? <SignInAgain /> : null}
        </Refused>
      ) : lost ? (
        <Lost {...lost} />
      ) : null}
      {nearest.length + booked.length > 0 ? null : children}
      {confirmable ? (
        <div className={STICKY_BUTTON}>
          <SubmitButton variant="accent" size="lg" block pendingText={pendingText}>
            {confirmText}
          </SubmitButton>
        </div>
      ) : null}
      <ButtonLink href={backHref} size="lg" block>
        Choose another time
      </ButtonLink>
    </form>
  );
}

type RefusedProps = {
  text: string;
  clock: SchoolClock;
  pendingText: string;
  nearest: Parameters<typeof slotView>[1][];
  /** Another way on. */
  children: ReactNode;
};

function Refused({ text, clock, pendingText, nearest, children }: RefusedProps) {
  const views = nearest.slice(0, NEAREST).map((slot) => slotView(clock, slot));
  const buttons = views.map((slot) => (
    <SubmitButton key={slot.at} name="instead" value={slot.at} block pendingText={pendingText}>
      {slot.dayLabel}, {slot.time}
    </SubmitButton>
  ));
  return (
    <Alert
      tone="refusal"
      title={text}
      actions={buttons.length > 0 ? <div className="grid w-full gap-2">{buttons}</div> : children}
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
