"use client";

import { useActionState } from "react";
import type { ButtonVariant } from "@/components/ui/button-class";
import { DateField, TimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionState, SchoolAction } from "@/lib/action";
import { formValues } from "./form-values";

export type FormField = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  type?: "text" | "number" | "date" | "time";
  options?: readonly SelectOption[];
  /** What stands in it at first. */
  initial?: string;
};

type Look = {
  submit: string;
  pendingText?: string;
  variant?: ButtonVariant;
  fields: readonly FormField[];
  hidden?: Readonly<Record<string, string>>;
};

type FieldsFormProps = Look & { action: SchoolAction };

/** A short form of plain fields. */
export function FieldsForm({ action, ...look }: FieldsFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return <FieldsFormView {...look} state={state} send={send} />;
}

type FieldsFormViewProps = Look & { state: ActionState; send: (form: FormData) => void };

/** The same for whoever keeps its state. */
export function FieldsFormView(props: FieldsFormViewProps) {
  const { state, send, submit, pendingText = "Adding…", variant = "quiet" } = props;
  const { fields, hidden = {} } = props;
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      {fields.map(({ type = "text", options, initial = "", ...field }) => {
        const { name } = field;
        const shared = { ...field, defaultValue: value(name, initial), error: error(name) };
        if (options) return <SelectField key={field.name} {...shared} options={options} />;
        if (type === "date") return <DateField key={field.name} {...shared} />;
        if (type === "time") return <TimeField key={field.name} {...shared} />;
        return <TextField key={field.name} {...shared} type={type} />;
      })}
      <SubmitButton variant={variant} pendingText={pendingText} className="justify-self-start">
        {submit}
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
