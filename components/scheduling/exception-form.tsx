"use client";

import { useActionState } from "react";
import { DateField, TimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import { formValues } from "./form-values";

type ExceptionFormProps = {
  action: SchoolAction;
  teacherId: string;
  locations: readonly { id: string; name: string }[];
};

/** A dated extra or block, of one day or of several. */
export function ExceptionForm({ action, teacherId, locations }: ExceptionFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const fields = formValues(state);
  const text = (name: string) => ({
    name,
    defaultValue: fields.value(name),
    error: fields.error(name),
  });
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="teacherId" value={teacherId} />
      <RadioCards
        legend="Add"
        name="kind"
        defaultValue={fields.value("kind", "BLOCK")}
        options={[
          { value: "BLOCK", label: "Away", description: "Cannot be booked then, at any location" },
          {
            value: "EXTRA",
            label: "Extra time",
            description: "Can be booked then, on top of the weekly times",
          },
        ]}
      />
      <div className="grid gap-3 min-[24rem]:grid-cols-2 lg:grid-cols-1">
        <DateField label="First day" {...text("on")} />
        <DateField label="Last day" optional {...text("until")} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TimeField label="From" optional {...text("startTime")} />
        <TimeField label="To" optional {...text("endTime")} />
      </div>
      <p className="-mt-2 text-sm text-ink-soft">
        On each of these days. Without times, away is all day.
      </p>
      <SelectField
        label="Location of extra time"
        optional
        {...text("locationId")}
        options={[
          { value: "", label: "None" },
          ...locations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField label="Why" optional maxLength={200} {...text("reason")} />
      <SubmitButton variant="quiet" pendingText="Adding…" className="justify-self-start">
        Add
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
