"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { resetPasswordInput } from "@/lib/auth/account.schema";
import { resetPassword as resetTo } from "@/lib/auth/reset-password";
import { signOutHere } from "@/lib/auth/session-cookie";
import { systemNow } from "@/lib/time/instant";

export const resetPassword = publicAction({
  input: resetPasswordInput,
  run: async (input) => {
    await resetTo(input, systemNow());
    await signOutHere();
    redirect("/sign-in?message=password-set");
  },
});
