"use server";

import { publicAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { resetPasswordInput } from "@/lib/auth/account.schema";
import { resetPassword as resetTo } from "@/lib/auth/reset-password";
import { signOutHere } from "@/lib/auth/session-cookie";
import { systemNow } from "@/lib/time/instant";

export const resetPassword = publicAction({
  input: resetPasswordInput,
  run: async (input) => {
    await resetTo(input, systemNow());
    await signOutHere();
    return leadTo("/sign-in", { code: "password-set", ids: [] });
  },
});
