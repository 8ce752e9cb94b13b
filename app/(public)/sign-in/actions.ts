"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { signInInput } from "@/lib/auth/account.schema";
import { clientAddress } from "@/lib/auth/client-address";
import { nextPath } from "@/lib/auth/next-path";
import { startSession } from "@/lib/auth/session-cookie";
import { verifyCredentials } from "@/lib/auth/verify-credentials";

export const signIn = publicAction({
  input: signInInput,
  run: async ({ email, password, next }) => {
    const address = clientAddress(await headers());
    await startSession(await verifyCredentials({ email, password, address }));
    redirect(nextPath(next));
  },
});
