import type { SchoolSettingsView } from "@/lib/school/get-school-settings";

/** What a field of the settings needs: its name, present value and what is wrong with it. */
export type SettingField = (name: keyof SchoolSettingsView) => {
  name: string;
  defaultValue: string;
  error?: string;
};
