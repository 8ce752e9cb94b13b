"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { signInInput } from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { findAccount } from "@/lib/auth/get-account";
import { nextPath } from "@/lib/auth/next-path";
import { startSession } from "@/lib/auth/session-cookie";
import type { SessionToken } from "@/lib/auth/session-token";
import { verifyCredentials } from "@/lib/auth/verify-credentials";
import { systemNow } from "@/lib/time/instant";
import { onlyArea } from "../only-area";

export const signIn = publicAction({
  input: signInInput,
  run: async ({ email, password, next }) => {
    const caller = callerOf(await headers());
    const user = await verifyCredentials({ email, password, caller }, systemNow());
    const session = await startSession(user);
    redirect(await wayIn(session, nextPath(next)));
  },
});

/** Straight on, past the chooser where there is nothing to choose: a second redirect blanks the screen. */
async function wayIn(session: SessionToken, next: string): Promise<string> {
  if (next !== "/schools") return next;
  const account = await findAccount(session, systemNow());
  return (account && onlyArea(account)) ?? next;
}
