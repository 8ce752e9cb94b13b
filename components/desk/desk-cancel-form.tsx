"use client";

import { useActionState } from "react";
import type { SchoolClock } from "@/components/booking/lesson-words";
import { formValues } from "@/components/scheduling/form-values";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import { DeskRefusal } from "./desk-refusal";

type DeskCancelFormProps = {
  action: SchoolAction;
  /** Hidden fields: the booking, where it is as the page shows it, and the request's key. */
  fields: Readonly<Record<string, string>>;
  clock: SchoolClock;
  bookingsHref: string;
  /** It is inside the notice period: an admin says why it is cancelled nevertheless. */
  needsReason: boolean;
};

export function DeskCancelForm(props: DeskCancelFormProps) {
  const { action, fields, clock, bookingsHref, needsReason } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  const { value } = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      <DeskRefusal {...{ state, clock, bookingsHref }} />
      {Object.entries(fields).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <TextField
        label="Note for the family"
        name="note"
        hint="The family reads it in the message about this lesson."
        optional
        maxLength={500}
        defaultValue={value("note")}
      />
      {needsReason ? (
        <TextField
          label="Reason for overriding the notice period"
          name="overrideReason"
          maxLength={500}
          hint="The lesson begins soon. Only staff read this, in the history."
          defaultValue={value("overrideReason")}
        />
      ) : null}
      <SubmitButton variant="danger" pendingText="Cancelling…" className="justify-self-start">
        Cancel this lesson
      </SubmitButton>
    </form>
  );
}
