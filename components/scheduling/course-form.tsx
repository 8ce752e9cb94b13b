"use client";

import { useActionState } from "react";
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

type CourseFormProps = {
  action: SchoolAction;
  choices: ScheduleChoices;
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

export function CourseForm({ action, choices, locale, currency }: CourseFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const fields = formValues(state);
  return (
    <form action={send} className="grid max-w-3xl gap-4">
      <FormMessage state={state} />
      <Card title="What">
        <div className="grid gap-4">
          <RadioCards
            legend="Kind"
            name="kind"
            options={KINDS}
            defaultValue={fields.value("kind", "HYBRID")}
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
        <WhenFields {...{ fields, choices, locale }} />
      </Card>
      <Card title="Students and prices">
        <NumberFields fields={fields} currency={currency} />
      </Card>
      <SubmitButton size="lg" pendingText="Making the course…" className="justify-self-start">
        Make the course
      </SubmitButton>
    </form>
  );
}

type WhenFieldsProps = { fields: Fields; choices: ScheduleChoices; locale: string };

function WhenFields({ fields, choices, locale }: WhenFieldsProps) {
  const text = (name: string) => ({
    name,
    defaultValue: fields.value(name),
    error: fields.error(name),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField label="Term" {...text("termId")} options={namedOptions(choices.terms)} />
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
      <SelectField
        label="Weekday"
        placeholder="None: a workshop"
        optional
        {...text("weekday")}
        options={weekdayOptions(locale)}
      />
      <DateField label="Day of the workshop" optional {...text("heldOn")} />
      <TimeField label="Start" {...text("startTime")} />
      <TextField
        label="Minutes together"
        type="number"
        min={5}
        max={720}
        name="groupMinutes"
        hint="How long the fixed lesson is."
        defaultValue={fields.value("groupMinutes", "60")}
        error={fields.error("groupMinutes")}
      />
      <TextField
        label="Minutes of an individual lesson"
        type="number"
        min={5}
        max={720}
        optional
        hint="Hybrid courses only."
        {...text("lessonMinutes")}
      />
    </div>
  );
}

function NumberFields({ fields, currency }: { fields: Fields; currency: string }) {
  const text = (name: string, initial = "") => ({
    name,
    defaultValue: fields.value(name, initial),
    error: fields.error(name),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Places" type="number" min={1} max={500} {...text("capacity", "6")} />
      <SelectField
        label="Individual lessons begin"
        optional
        {...text("slotStepMinutes")}
        options={STEP_OPTIONS}
      />
      <TextField
        label={`Price of a group lesson (${currency})`}
        inputMode="decimal"
        optional
        {...text("groupPriceMinor")}
      />
      <TextField
        label={`Price of an individual lesson (${currency})`}
        inputMode="decimal"
        optional
        {...text("lessonPriceMinor")}
      />
    </div>
  );
}
