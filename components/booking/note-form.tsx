"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import type { ButtonVariant } from "../ui/button-class";
import { SignInAgain } from "../account/sign-in-again";
import { ButtonLink } from "../ui/button-link";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { ChangedBooking, presentOf } from "./changed-booking";
import type { SchoolClock } from "./lesson-words";

type NoteFormProps = {
  action: SchoolAction;
  /** Hidden fields. */
  fields: Record<string, string>;
  clock: SchoolClock;
  note: { name: string; label: string; hint?: string; maxLength: number; optional: boolean };
  button: { text: string; pendingText: string; variant: ButtonVariant };
  back: { href: string; text: string };
};

/** One decision with a few words to it. */
export function NoteForm({ action, fields, clock, note, button, back }: NoteFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const present = presentOf(refused);
  return (
    <form action={send} className="grid gap-4">
      {present === null || refused === null ? (
        <FormMessage
          state={state}
          actions={refused?.code === "signed-out" ? <SignInAgain /> : undefined}
        />
      ) : (
        <ChangedBooking text={refused.text} {...{ present, clock }} />
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        {...note}
        defaultValue={refused?.values?.[note.name]}
        error={refused?.fields?.[note.name]}
      />
      <SubmitButton variant={button.variant} size="lg" block pendingText={button.pendingText}>
        {button.text}
      </SubmitButton>
      <ButtonLink href={back.href} size="lg" block>
        {back.text}
      </ButtonLink>
    </form>
  );
}
