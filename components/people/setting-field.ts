import type { FieldWords } from "@/components/record-form/changed-meanwhile";
import type { SettingsField } from "@/lib/school/shown-settings";

/** What a field of the settings needs: its name, label, value and what is wrong with it. */
export type SettingField = (name: SettingsField) => {
  name: string;
  label: string;
  defaultValue: string;
  error?: string | undefined;
};

export const UNBOOKED = [
  { value: "LEAVE", label: "Stay unbooked and are not charged" },
  { value: "NEAREST", label: "Get the free time nearest to the group time" },
];

export const WEEK_STARTS = [
  { value: "1", label: "Monday" },
  { value: "7", label: "Sunday" },
  { value: "6", label: "Saturday" },
];

export const SETTING_WORDS = {
  name: { label: "Name of the school" },
  legalName: { label: "Legal name" },
  phone: { label: "Phone" },
  email: { label: "Email" },
  address: { label: "Address" },
  primaryColour: { label: "Main colour" },
  accentColour: { label: "Second colour" },
  noticeHours: { label: "Notice in hours" },
  placeholderText: { label: "Text of individual weeks" },
  bufferMinutes: { label: "Minutes between lessons of a teacher" },
  travelGapMinutes: { label: "Minutes between two locations" },
  unbookedPolicy: { label: "Weeks nobody booked", read: choiceOf(UNBOOKED) },
  moveToOtherDays: {
    label: "Families may move a lesson to another week",
    read: (value: string) => (value === "on" ? "yes" : "no"),
  },
  timeZone: { label: "Time zone" },
  weekStart: { label: "Weeks begin on", read: choiceOf(WEEK_STARTS) },
} satisfies Record<SettingsField, FieldWords[string]>;

function choiceOf(options: readonly { value: string; label: string }[]) {
  return (value: string) => options.find((option) => option.value === value)?.label ?? value;
}
