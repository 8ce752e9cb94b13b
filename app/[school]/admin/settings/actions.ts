"use server";

import { schoolAction } from "@/lib/action";
import { updateSchoolSettings } from "@/lib/scheduling/update-school-settings";
import { schoolSettingsSchema } from "@/lib/school/school.schema";
import type { SettingsField } from "@/lib/school/shown-settings";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { saved } from "../../saved";

export const saveSettings = schoolAction({
  permission: "school:write",
  input: schoolSettingsSchema.extend({ basedOn: basedOnField<SettingsField>() }),
  run: async (ctx, { basedOn, ...settings }) =>
    saved(await updateSchoolSettings(ctx, { settings, basedOn }), "The settings are saved."),
});
