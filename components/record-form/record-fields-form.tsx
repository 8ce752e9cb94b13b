"use client";

import type { ReactNode } from "react";
import { FieldInputs, type FormField } from "@/components/scheduling/field-inputs";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Disclosure } from "@/components/ui/disclosure";
import { useLatestAnswer } from "@/components/ui/latest-answer";
import type { SaveAction } from "@/lib/action";
import type { Shown } from "@/lib/values/shown-record";
import type { FieldWords } from "./changed-meanwhile";
import { SavePart } from "./save-part";
import { useRecordForm, type RecordForm } from "./use-record-form";

type Look = {
  fields: readonly FormField[];
  hidden: Readonly<Record<string, string>>;
  submit?: ReactNode;
  variant?: ButtonVariant;
};

type RecordFieldsFormProps = Look & { action: SaveAction; shown: Shown };

/** A form of plain fields that changes what is there. */
export function RecordFieldsForm({ action, shown, ...look }: RecordFieldsFormProps) {
  return <RecordFieldsView {...look} form={useRecordForm(action, shown)} />;
}

/** The same behind a summary; open where there is an answer to be read, also without JavaScript. */
export function FoldedRecordForm(props: RecordFieldsFormProps & { summary: ReactNode }) {
  const { summary, action, shown, ...look } = props;
  const form = useRecordForm(action, shown);
  return (
    <Disclosure summary={summary} open={form.state.status !== "idle" || undefined}>
      <RecordFieldsView {...look} form={form} />
    </Disclosure>
  );
}

/** The same for whoever keeps its state. */
export function RecordFieldsView(props: Look & { form: RecordForm }) {
  const { form, fields, hidden, submit = "Save", variant = "quiet" } = props;
  const { sent, isOld } = useLatestAnswer();
  return (
    <form action={form.send} onSubmit={sent} className="grid gap-3">
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <FieldInputs fields={fields} value={form.value} error={form.error} />
      <SavePart {...{ form, submit, variant, isOld }} words={wordsOf(fields)} />
    </form>
  );
}

function wordsOf(fields: readonly FormField[]): FieldWords {
  return Object.fromEntries(
    fields.map(({ name, label, type, options }) => {
      const labelOf = (value: string) =>
        options?.find((option) => option.value === value)?.label ?? value;
      const read = type === "moment" ? (value: string) => value.replace("T", ", ") : labelOf;
      return [name, { label, read }];
    }),
  );
}
