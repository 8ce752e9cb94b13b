"use client";

import { useActionState } from "react";
import { formValues } from "@/components/scheduling/form-values";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SchoolAction } from "@/lib/action";
import type { SchoolSettingsView } from "@/lib/school/get-school-settings";
import { CalendarSettings } from "./calendar-settings";
import type { SettingField } from "./setting-field";

type SettingsFormProps = { action: SchoolAction; settings: SchoolSettingsView };

export function SettingsForm({ action, settings }: SettingsFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const { value, error } = formValues(state);
  const field: SettingField = (name) => ({
    name,
    defaultValue: value(name, String(settings[name] ?? "")),
    error: error(name),
  });
  const typed = state.status === "refused";
  return (
    <form action={send} className="grid max-w-3xl gap-4">
      <FormMessage state={state} />
      <ContactSettings field={field} />
      <LookSettings field={field} />
      <BookingSettings
        field={field}
        moves={typed ? value("moveToOtherDays") === "on" : settings.moveToOtherDays}
      />
      <CalendarSettings field={field} frozen={settings.frozen} />
      <SubmitButton size="lg" pendingText="Saving…" className="justify-self-start">
        Save the settings
      </SubmitButton>
    </form>
  );
}

function ContactSettings({ field }: { field: SettingField }) {
  return (
    <Card title="Contact">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField label="Name of the school" maxLength={80} {...field("name")} />
        <TextField label="Legal name" optional maxLength={200} {...field("legalName")} />
        <TextField
          label="Phone"
          type="tel"
          optional
          hint="Named whenever families have to call."
          {...field("phone")}
        />
        <TextField label="E-mail" type="email" optional {...field("email")} />
        <TextField
          label="Address"
          optional
          maxLength={200}
          className="sm:col-span-2"
          {...field("address")}
        />
      </div>
    </Card>
  );
}

function LookSettings({ field }: { field: SettingField }) {
  return (
    <Card title="Look">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          label="Main colour"
          optional
          placeholder="#4580e4"
          hint="Header, buttons and links. Empty: ours."
          {...field("primaryColour")}
        />
        <TextField
          label="Second colour"
          optional
          placeholder="#ffce00"
          hint="Highlights. Empty: ours."
          {...field("accentColour")}
        />
      </div>
    </Card>
  );
}

function BookingSettings({ field, moves }: { field: SettingField; moves: boolean }) {
  const minutes = { type: "number", min: 0, inputMode: "numeric" } as const;
  return (
    <Card title="Booking">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          label="Notice in hours"
          hint="Families book, move and cancel until then."
          {...minutes}
          {...field("noticeHours")}
        />
        <TextField
          label="Text of individual weeks"
          hint="Stands in the calendar at the group time."
          maxLength={60}
          {...field("placeholderText")}
        />
        <TextField
          label="Minutes between lessons of a teacher"
          {...minutes}
          {...field("bufferMinutes")}
        />
        <TextField
          label="Minutes between two locations"
          {...minutes}
          {...field("travelGapMinutes")}
        />
        <SelectField
          label="Weeks nobody booked"
          className="sm:col-span-2"
          options={[
            { value: "LEAVE", label: "Stay unbooked and are not charged" },
            { value: "NEAREST", label: "Get the free time nearest to the group time" },
          ]}
          {...field("unbookedPolicy")}
        />
        <CheckboxField
          label="Families may move a lesson to another week"
          hint="Else a lesson is moved inside its own week only."
          name="moveToOtherDays"
          defaultChecked={moves}
          className="sm:col-span-2"
        />
      </div>
    </Card>
  );
}
