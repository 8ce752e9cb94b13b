"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { acceptInvitationInput } from "@/lib/auth/account.schema";
import { clientAddress } from "@/lib/auth/client-address";
import { getAccount } from "@/lib/auth/get-account";
import { joinByInvitation } from "@/lib/auth/join-by-invitation";
import { startSession } from "@/lib/auth/session-cookie";
import { systemNow } from "@/lib/time/instant";

export const acceptInvitation = publicAction({
  input: acceptInvitationInput,
  run: async (input) => {
    const address = clientAddress(await headers());
    const account = await getAccount();
    const { session } = await joinByInvitation({ ...input, address, account }, systemNow());
    await startSession(session);
    redirect("/schools");
  },
});
