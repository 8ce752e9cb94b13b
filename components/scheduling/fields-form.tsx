"use client";

import { useActionState } from "react";
import { DateField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import { formValues } from "./form-values";

type FormField = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  type?: "text" | "number" | "date";
  options?: readonly SelectOption[];
};

type FieldsFormProps = { action: SchoolAction; submit: string; fields: readonly FormField[] };

/** A short form of plain fields. */
export function FieldsForm({ action, submit, fields }: FieldsFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      {fields.map(({ type = "text", options, ...field }) => {
        const shared = { ...field, defaultValue: value(field.name), error: error(field.name) };
        if (options) return <SelectField key={field.name} {...shared} options={options} />;
        if (type === "date") return <DateField key={field.name} {...shared} />;
        return <TextField key={field.name} {...shared} type={type} />;
      })}
      <SubmitButton variant="quiet" pendingText="Adding…" className="justify-self-start">
        {submit}
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
