"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, type ReactNode } from "react";
import type { SchoolClock } from "@/components/booking/lesson-words";
import { formValues } from "@/components/scheduling/form-values";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { DateTimeField } from "@/components/ui/date-field";
import { Disclosure } from "@/components/ui/disclosure";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import { DeskRefusal } from "./desk-refusal";

export type StartChoice = { value: string; label: string; description: string };

type DeskStartFormProps = {
  action: SchoolAction;
  fields: Readonly<Record<string, string>>;
  slots: readonly StartChoice[];
  clock: SchoolClock;
  bookingsHref: string;
  submit: ReactNode;
};

/** A start for a family: one of the free ones, or any other with a reason. */
export function DeskStartForm({
  action,
  fields,
  slots,
  clock,
  bookingsHref,
  submit,
}: DeskStartFormProps) {
  const router = useRouter();
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  useEffect(() => {
    if (state.status === "refused") router.refresh();
  }, [state, router]);
  return (
    <form action={send} className="grid gap-4">
      <DeskRefusal {...{ state, clock, bookingsHref }} />
      {Object.entries(fields).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      {slots.length > 0 ? (
        <RadioCards
          legend="Free times"
          name="startsAt"
          layout="compact"
          optional
          options={slots}
          defaultValue={value("startsAt")}
        />
      ) : (
        <p>No time is free in this week for families. You can still give another one.</p>
      )}
      <Disclosure summary="Another time" open={state.status === "refused" || slots.length === 0}>
        <div className="grid gap-3">
          <DateTimeField
            label="Day and time"
            name="other"
            optional
            hint="Counts instead of the free time chosen above. Overlaps are always refused."
            defaultValue={value("other")}
            error={error("other")}
          />
          <CheckboxField
            label="Also outside the teacher's times or on a closed day"
            name="acceptWarnings"
            value="yes"
            defaultChecked={value("acceptWarnings") === "yes"}
          />
          <TextField
            label="Reason for the exception"
            name="overrideReason"
            optional
            maxLength={500}
            hint="Needed inside the notice period, or without the usual gap between lessons."
            defaultValue={value("overrideReason")}
            error={error("overrideReason")}
          />
        </div>
      </Disclosure>
      <SubmitButton size="lg" pendingText="One moment…" className="justify-self-start">
        {submit}
      </SubmitButton>
    </form>
  );
}
