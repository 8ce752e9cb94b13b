"use client";

import { useActionState } from "react";
import { formValues } from "@/components/scheduling/form-values";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";

type RenameFormProps = { action: SchoolAction; fields: { familyId: string }; name: string };

export function RenameForm({ action, fields, name }: RenameFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="familyId" value={fields.familyId} />
      <TextField
        label="Name of the family"
        name="name"
        maxLength={80}
        defaultValue={value("name", name)}
        error={error("name")}
      />
      <SubmitButton className="justify-self-start">Rename</SubmitButton>
    </form>
  );
}
