"use client";

import { useActionState, useState } from "react";
import { Card } from "@/components/ui/card";
import { DateField, TimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import type { ScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { namedOptions, roomOptions, STEP_OPTIONS, weekdayOptions } from "./course-fields";
import { formValues } from "./form-values";
import { useHydrated } from "./use-hydrated";

type CourseFormProps = {
  action: SchoolAction;
  choices: ScheduleChoices;
  /** The term of the list that one comes from. */
  termId?: string | undefined;
  locale: string;
  currency: string;
};

type Fields = ReturnType<typeof formValues>;

const KINDS = [
  {
    value: "HYBRID",
    label: "Hybrid",
    description: "Group weeks, and individual weeks that families book",
  },
  { value: "GROUP", label: "Group", description: "The same group every week" },
  { value: "INDIVIDUAL", label: "Individual", description: "One student every week" },
  { value: "BAND", label: "Band", description: "A band every week" },
  { value: "ONE_OFF", label: "Workshop", description: "On one day" },
];

export function CourseForm({ action, choices, termId, locale, currency }: CourseFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const fields = formValues(state);
  const [chosen, choose] = useState(fields.value("kind", "HYBRID"));
  const kind = useHydrated() ? chosen : null;
  return (
    <form action={send} className="grid max-w-3xl gap-4">
      <Card title="What">
        <div className="grid gap-4">
          <RadioCards
            legend="Kind"
            name="kind"
            options={KINDS}
            defaultValue={fields.value("kind", "HYBRID")}
            onChoose={choose}
          />
          <TextField
            label="Name"
            name="name"
            maxLength={120}
            defaultValue={fields.value("name")}
            error={fields.error("name")}
          />
          <TextField
            label="Instrument"
            name="instrument"
            optional
            hint="Decides which rooms fit."
            defaultValue={fields.value("instrument")}
            error={fields.error("instrument")}
          />
        </div>
      </Card>
      <Card title="When and where">
        <WhenFields {...{ kind, fields, choices, termId, locale }} />
      </Card>
      <Card title="Students and prices">
        <NumberFields {...{ kind, fields, currency }} />
      </Card>
      <SubmitButton size="lg" pendingText="Making the course…" className="justify-self-start">
        Create course
      </SubmitButton>
      <FormMessage state={state} />
      {state.status === "refused" && state.code === "outside-open-times" ? (
        <SubmitButton
          name="acceptOutside"
          value="yes"
          variant="quiet"
          className="justify-self-start"
          pendingText="Making the course…"
        >
          Make it outside the open times
        </SubmitButton>
      ) : null}
    </form>
  );
}

/** What only some kinds need is left out for the others. Null: nobody knows yet, so all of it shows. */
type Kind = string | null;

type WhenFieldsProps = {
  kind: Kind;
  fields: Fields;
  choices: ScheduleChoices;
  termId?: string | undefined;
  locale: string;
};

function WhenFields({ kind, fields, choices, termId, locale }: WhenFieldsProps) {
  const text = (name: string, initial = "") => ({
    name,
    defaultValue: fields.value(name, initial),
    error: fields.error(name),
  });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField label="Term" {...text("termId", termId)} options={namedOptions(choices.terms)} />
      <SelectField
        label="Teacher"
        placeholder="Choose a teacher"
        {...text("teacherId")}
        options={namedOptions(choices.teachers)}
      />
      <SelectField
        label="Room"
        placeholder="Choose a room"
        {...text("roomId")}
        options={roomOptions(choices)}
      />
      {kind === "ONE_OFF" ? null : (
        <SelectField
          label="Weekday"
          placeholder={kind === null ? "None: a workshop" : "Choose a weekday"}
          optional={kind === null}
          {...text("weekday")}
          options={weekdayOptions(locale)}
        />
      )}
      {kind === null || kind === "ONE_OFF" ? (
        <DateField label="Day of the workshop" optional={kind === null} {...text("heldOn")} />
      ) : null}
      <TimeField label="Start" {...text("startTime")} />
      <TextField
        label={kind === null || kind === "HYBRID" ? "Group lesson length" : "Minutes of a lesson"}
        type="number"
        min={5}
        max={720}
        name="groupMinutes"
        defaultValue={fields.value("groupMinutes", "60")}
        error={fields.error("groupMinutes")}
      />
      {kind === null || kind === "HYBRID" ? (
        <TextField
          label="Minutes of an individual lesson"
          type="number"
          min={5}
          max={720}
          optional={kind === null}
          hint={kind === null ? "Hybrid courses only." : undefined}
          {...text("lessonMinutes")}
        />
      ) : null}
    </div>
  );
}

type NumberFieldsProps = { kind: Kind; fields: Fields; currency: string };

function NumberFields({ kind, fields, currency }: NumberFieldsProps) {
  const isHybrid = kind === null || kind === "HYBRID";
  const text = (name: string, initial = "") => ({
    name,
    defaultValue: fields.value(name, initial),
    error: fields.error(name),
  });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {kind === "INDIVIDUAL" ? (
        <input type="hidden" name="capacity" value="1" />
      ) : (
        <TextField label="Places" type="number" min={1} max={500} {...text("capacity", "6")} />
      )}
      {isHybrid ? (
        <SelectField
          label="Individual lessons begin"
          optional
          {...text("slotStepMinutes")}
          options={STEP_OPTIONS}
        />
      ) : null}
      <TextField
        label={`Price of a ${isHybrid ? "group " : ""}lesson (${currency})`}
        inputMode="decimal"
        optional
        {...text("groupPriceMinor")}
      />
      {isHybrid ? (
        <TextField
          label={`Price of an individual lesson (${currency})`}
          inputMode="decimal"
          optional
          {...text("lessonPriceMinor")}
        />
      ) : null}
    </div>
  );
}
