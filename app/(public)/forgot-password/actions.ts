"use server";

import { headers } from "next/headers";
import { afterAnswer, publicAction } from "@/lib/action";
import { forgotPasswordInput } from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { requestPasswordReset } from "@/lib/auth/request-password-reset";
import { countResetRequest } from "@/lib/auth/sign-in-limits";
import { systemNow } from "@/lib/time/instant";

/** The same words at the same time for every address: the work itself is done after the answer. */
export const forgotPassword = publicAction({
  input: forgotPasswordInput,
  run: async ({ email }) => {
    const now = systemNow();
    const { address, device } = callerOf(await headers());
    await countResetRequest(address);
    afterAnswer(() => requestPasswordReset({ email, device }, now));
    return "If there is a sign-in with this address, an email with a link is on its way. The link works once, for one hour.";
  },
});
