"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { acceptInvitationInput } from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { getAccount } from "@/lib/auth/get-account";
import { joinByInvitation } from "@/lib/auth/join-by-invitation";
import { startSession } from "@/lib/auth/session-cookie";
import { systemNow } from "@/lib/time/instant";

export const acceptInvitation = publicAction({
  input: acceptInvitationInput,
  run: async (input) => {
    const caller = callerOf(await headers());
    const account = await getAccount();
    const { user } = await joinByInvitation({ ...input, caller, account }, systemNow());
    await startSession(user);
    redirect("/schools");
  },
});
