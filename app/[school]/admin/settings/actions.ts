"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { updateSchoolSettings } from "@/lib/scheduling/update-school-settings";
import { schoolSettingsSchema } from "@/lib/school/school.schema";

export const saveSettings = schoolAction({
  permission: "school:write",
  input: schoolSettingsSchema,
  run: async (ctx, input) => {
    await updateSchoolSettings(ctx, input);
    refresh();
    return "The settings are saved.";
  },
});
