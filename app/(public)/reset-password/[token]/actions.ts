"use server";

import { headers } from "next/headers";
import { publicAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { resetPasswordInput } from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { resetPassword as resetTo } from "@/lib/auth/reset-password";
import { rememberDevice, signOutHere } from "@/lib/auth/session-cookie";
import { systemNow } from "@/lib/time/instant";

export const resetPassword = publicAction({
  input: resetPasswordInput,
  run: async (input) => {
    const { device } = callerOf(await headers());
    const user = await resetTo({ ...input, device }, systemNow());
    await signOutHere();
    await rememberDevice(user);
    return leadTo("/sign-in", { code: "password-set", ids: [] });
  },
});
