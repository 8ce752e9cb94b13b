"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { changePasswordInput, nothing } from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { changePassword as changeTo } from "@/lib/auth/change-password";
import { getAccount, type Account } from "@/lib/auth/get-account";
import { isOwnOrigin } from "@/lib/auth/own-origin";
import { endSession, startSession } from "@/lib/auth/session-cookie";
import { signOutEverywhere as endAll } from "@/lib/auth/sign-out-everywhere";
import { Refusal } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";

export const changePassword = publicAction({
  input: changePasswordInput,
  run: async ({ oldPassword, newPassword }) => {
    const caller = callerOf(await headers());
    const account = await requireAccount();
    await startSession(await changeTo(account, { oldPassword, newPassword, caller }, systemNow()));
    return "Your password is changed. Everywhere else you are signed out.";
  },
});

export const signOutEverywhere = publicAction({
  input: nothing,
  run: async () => {
    await endAll(await requireAccount(), systemNow());
    await endSession();
    redirect("/sign-in?message=signed-out-everywhere");
  },
});

/** For plain forms, such as the account menu of every page. */
export async function signOut(): Promise<void> {
  if (!isOwnOrigin(await headers())) redirect("/account");
  await endSession();
  redirect("/sign-in?message=signed-out");
}

async function requireAccount(): Promise<Account> {
  const account = await getAccount();
  if (account === null) throw new Refusal("signed-out");
  return account;
}
