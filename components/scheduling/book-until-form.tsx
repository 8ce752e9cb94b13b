"use client";

import { useActionState } from "react";
import { DateTimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";
import { formValues } from "./form-values";

type BookUntilFormProps = { action: SchoolAction; enrolmentId: string; bookUntil: string };

/** For whoever joined after the booking window closed. */
export function BookUntilForm({ action, enrolmentId, bookUntil }: BookUntilFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const fields = formValues(state);
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <DateTimeField
        label="This family may book until"
        name="bookUntil"
        optional
        hint="Later than the course's own window. Empty: the course's window counts."
        defaultValue={fields.value("bookUntil", bookUntil)}
        error={fields.error("bookUntil")}
      />
      <SubmitButton variant="quiet" pendingText="Saving…">
        Save
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
