"use client";

import { SavePart } from "@/components/record-form/save-part";
import { useRecordForm } from "@/components/record-form/use-record-form";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SaveAction } from "@/lib/action";
import type { SettingsField } from "@/lib/school/shown-settings";
import type { Shown } from "@/lib/values/shown-record";
import { CalendarSettings } from "./calendar-settings";
import { SETTING_WORDS, UNBOOKED, type SettingField } from "./setting-field";

type SettingsFormProps = {
  action: SaveAction;
  shown: Shown<SettingsField>;
  /** Whether time zone and start of the week stay as they are. */
  frozen: boolean;
};

export function SettingsForm({ action, shown, frozen }: SettingsFormProps) {
  const form = useRecordForm(action, shown);
  const field: SettingField = (name) => ({
    name,
    label: SETTING_WORDS[name].label,
    defaultValue: form.value(name),
    error: form.error(name),
  });
  return (
    <form action={form.send} className="grid max-w-3xl gap-4">
      <ContactSettings field={field} />
      <LookSettings field={field} />
      <BookingSettings field={field} moves={form.checked("moveToOtherDays")} />
      <CalendarSettings field={field} frozen={frozen} />
      <SavePart form={form} words={SETTING_WORDS} submit="Save settings" size="lg" />
    </form>
  );
}

function ContactSettings({ field }: { field: SettingField }) {
  return (
    <Card title="Contact">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField maxLength={80} {...field("name")} />
        <TextField optional maxLength={200} {...field("legalName")} />
        <TextField
          type="tel"
          optional
          hint="Named whenever families have to call."
          {...field("phone")}
        />
        <TextField type="email" optional {...field("email")} />
        <TextField optional maxLength={200} className="sm:col-span-2" {...field("address")} />
      </div>
    </Card>
  );
}

function LookSettings({ field }: { field: SettingField }) {
  return (
    <Card title="Look">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          optional
          placeholder="#4580e4"
          hint="Header, buttons and links. Leave empty for our colours."
          {...field("primaryColour")}
        />
        <TextField
          optional
          placeholder="#ffce00"
          hint="Highlights. Leave empty for our colours."
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
          hint="Families book, move and cancel until then."
          {...minutes}
          {...field("noticeHours")}
        />
        <TextField
          hint="Shown in the calendar at the time of the group lesson."
          maxLength={60}
          {...field("placeholderText")}
        />
        <TextField {...minutes} {...field("bufferMinutes")} />
        <TextField {...minutes} {...field("travelGapMinutes")} />
        <SelectField className="sm:col-span-2" options={UNBOOKED} {...field("unbookedPolicy")} />
        <CheckboxField
          label={SETTING_WORDS.moveToOtherDays.label}
          hint="Otherwise a lesson can only be moved within its own week."
          name="moveToOtherDays"
          defaultChecked={moves}
          className="sm:col-span-2"
        />
      </div>
    </Card>
  );
}
