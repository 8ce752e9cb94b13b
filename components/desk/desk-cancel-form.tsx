"use client";

import { useActionState } from "react";
import { formValues } from "@/components/scheduling/form-values";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";

type DeskCancelFormProps = { action: SchoolAction; bookingId: string; requestKey: string };

export function DeskCancelForm({ action, bookingId, requestKey }: DeskCancelFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value } = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="bookingId" value={bookingId} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <TextField
        label="Note for the family"
        name="note"
        optional
        maxLength={500}
        defaultValue={value("note")}
      />
      <TextField
        label="Why this goes past the rules"
        name="overrideReason"
        optional
        maxLength={500}
        hint="Needed inside the notice period."
        defaultValue={value("overrideReason")}
      />
      <SubmitButton variant="danger" pendingText="Cancelling…" className="justify-self-start">
        Cancel this lesson
      </SubmitButton>
    </form>
  );
}
