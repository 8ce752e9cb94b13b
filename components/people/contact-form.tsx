"use client";

import type { ReactNode } from "react";
import type { FieldWords } from "@/components/record-form/changed-meanwhile";
import { SavePart } from "@/components/record-form/save-part";
import { useRecordForm } from "@/components/record-form/use-record-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-field";
import type { SaveAction } from "@/lib/action";
import type { ShownContact, ShownTeacher } from "@/lib/people/shown-person";
import { ContactFields } from "./contact-fields";

type ContactFormProps = {
  summary: string;
  submit: ReactNode;
  action: SaveAction;
  /** Whose it is. */
  fields: Readonly<Record<string, string>>;
  /** A teacher's has the instruments too. */
  shown: ShownContact | ShownTeacher;
  /** Whether the date of birth is asked for. */
  born?: boolean;
};

const WORDS = {
  givenName: { label: "Given name" },
  familyName: { label: "Family name" },
  email: { label: "Email" },
  phone: { label: "Phone" },
  bornOn: { label: "Date of birth" },
  instruments: { label: "Teaches" },
} satisfies Record<keyof ShownTeacher, FieldWords[string]>;

/** Changes contact data, folded away until it is wanted; open where there is an answer to be read. */
export function ContactForm(props: ContactFormProps) {
  const { summary, submit, action, fields, shown, born = false } = props;
  const form = useRecordForm(action, shown);
  const { value, error, state } = form;
  return (
    <Disclosure summary={summary} open={state.status !== "idle" || undefined}>
      <form action={form.send} className="grid gap-4">
        {Object.entries(fields).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <ContactFields {...{ value, error, born }} />
        {born ? null : <input type="hidden" name="bornOn" value={value("bornOn")} />}
        {"instruments" in shown ? (
          <TextField
            label="Teaches"
            name="instruments"
            hint="Instruments with commas between them."
            defaultValue={value("instruments")}
            error={error("instruments")}
          />
        ) : null}
        <SavePart {...{ form, submit }} words={WORDS} />
      </form>
    </Disclosure>
  );
}
