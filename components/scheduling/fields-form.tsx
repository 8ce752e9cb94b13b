"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";
import { FieldInputs, type FormField } from "./field-inputs";
import { formValues } from "./form-values";

type FieldsFormProps = { action: SchoolAction; submit: string; fields: readonly FormField[] };

/** A short form of plain fields that adds something; what is there is changed by a `RecordFieldsForm`. */
export function FieldsForm({ action, submit, fields }: FieldsFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      <FieldInputs {...{ fields, value, error }} />
      <SubmitButton variant="quiet" pendingText="Adding…" className="justify-self-start">
        {submit}
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
