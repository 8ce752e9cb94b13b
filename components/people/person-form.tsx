"use client";

import { useActionState, type ReactNode } from "react";
import { formValues } from "@/components/scheduling/form-values";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionState, SchoolAction } from "@/lib/action";
import { ContactFields } from "./contact-fields";
import { GUARDIAN_KINDS } from "./guardian-kinds";
import { SamePersonButtons } from "./same-person-buttons";

type PersonFormProps = {
  action: SchoolAction;
  submit: ReactNode;
  /** Hidden fields: whose form it is. */
  fields?: Readonly<Record<string, string>>;
  born?: boolean;
  guardianKind?: "PRIMARY" | "OTHER" | "EMERGENCY";
  instruments?: readonly string[];
  /** Asks whether the person learns too. */
  learns?: boolean;
};

/** The form behind a summary; open again when it was refused, also where there is no JavaScript. */
export function FoldedPersonForm({ summary, ...form }: PersonFormProps & { summary: string }) {
  const [state, send] = useActionState(form.action, { status: "idle" });
  return (
    <Disclosure summary={summary} open={state.status === "refused"}>
      <PersonFields {...form} {...{ state, send }} />
    </Disclosure>
  );
}

/** Somebody new: contact data, with what else belongs to being a guardian, a teacher or a student. */
export function PersonForm(props: PersonFormProps) {
  const [state, send] = useActionState(props.action, { status: "idle" });
  return <PersonFields {...props} {...{ state, send }} />;
}

type PersonFieldsProps = Omit<PersonFormProps, "action"> & {
  state: ActionState;
  send: (form: FormData) => void;
};

function PersonFields(props: PersonFieldsProps) {
  const { state, send, submit, fields = {}, born = false } = props;
  const { guardianKind, instruments, learns = false } = props;
  const { value, error } = formValues(state);
  return (
    <form action={send} className="grid gap-4">
      <FormMessage state={state} />
      {Object.entries(fields).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <ContactFields {...{ value, error, born }} />
      {guardianKind ? (
        <SelectField
          label="Is"
          name="kind"
          options={Object.entries(GUARDIAN_KINDS).map(([kind, { label, hint }]) => ({
            value: kind,
            label: `${label}: ${hint}`,
          }))}
          defaultValue={value("kind", guardianKind)}
          error={error("kind")}
        />
      ) : null}
      {instruments ? (
        <TextField
          label="Teaches"
          name="instruments"
          hint="Instruments with commas between them."
          defaultValue={value("instruments", instruments.join(", "))}
          error={error("instruments")}
        />
      ) : null}
      {learns ? (
        <CheckboxField
          label="Learns at the school too"
          hint="An adult student who is their own guardian."
          name="learnsToo"
          defaultChecked={value("learnsToo") === "on"}
        />
      ) : null}
      <SubmitButton pendingText="Saving…" className="justify-self-start">
        {submit}
      </SubmitButton>
      <SamePersonButtons state={state} />
    </form>
  );
}
