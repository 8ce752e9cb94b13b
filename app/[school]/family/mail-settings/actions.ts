"use server";

import { refresh } from "next/cache";
import { schoolAction } from "@/lib/action";
import { mailPreferencesSchema } from "@/lib/notifications/choices/mail-preferences.schema";
import { setMailPreferences } from "@/lib/notifications/choices/set-mail-preferences";

export const saveMailSettings = schoolAction({
  permission: "family:area",
  input: mailPreferencesSchema,
  run: async (ctx, input) => {
    await setMailPreferences(ctx, input);
    refresh();
    return "Saved.";
  },
});
