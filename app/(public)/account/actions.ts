"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import {
  changePasswordInput,
  newApiTokenInput,
  ownSession,
  ownToken,
  signOutEverywhereInput,
} from "@/lib/auth/account.schema";
import { callerOf } from "@/lib/auth/caller";
import { changePassword as changeTo } from "@/lib/auth/change-password";
import { confirmPassword } from "@/lib/auth/confirm-password";
import { endSessionOf } from "@/lib/auth/end-session";
import { getAccount, type Account } from "@/lib/auth/get-account";
import { issueApiToken } from "@/lib/auth/issue-api-token";
import { isOwnOrigin } from "@/lib/auth/own-origin";
import { revokeApiToken } from "@/lib/auth/revoke-api-token";
import { signOutHere, startSession } from "@/lib/auth/session-cookie";
import { signOutEverywhere as endAll } from "@/lib/auth/sign-out-everywhere";
import { NotFound, Refusal } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";

export const changePassword = publicAction({
  input: changePasswordInput,
  run: async ({ oldPassword, newPassword }) => {
    const caller = callerOf(await headers());
    const account = await requireAccount();
    const change = { oldPassword, newPassword, caller };
    await startSession(await changeTo(account, change, systemNow()), { goesOn: true });
    refresh();
    return "Your password is changed. Everywhere else you are signed out.";
  },
});

export const signOutEverywhere = publicAction({
  input: signOutEverywhereInput,
  run: async ({ withCalendars }) => {
    await endAll(await requireAccount(), { withCalendars }, systemNow());
    await signOutHere();
    return leadTo("/sign-in", { code: "signed-out-everywhere", ids: [] });
  },
});

export const endOwnSession = publicAction({
  input: ownSession,
  run: async ({ sessionId }) => {
    const account = await requireAccount();
    if (sessionId === account.session.sessionId) {
      await signOutHere();
      return leadTo("/sign-in", { code: "signed-out", ids: [] });
    }
    await unlessGone(() => endSessionOf(account, sessionId, systemNow()));
    refresh();
    return "That session has ended.";
  },
});

export const makeApiToken = publicAction({
  input: newApiTokenInput,
  run: async (wanted) => {
    const caller = callerOf(await headers());
    const account = await requireAccount();
    const { access: scope, password, ...rest } = wanted;
    await confirmPassword(account, { password, caller }, systemNow());
    const made = await issueApiToken(account.session, { ...rest, scope }, systemNow());
    refresh();
    return { message: "Token created. Copy it now: it is not shown again.", result: made };
  },
});

export const revokeToken = publicAction({
  input: ownToken,
  run: async ({ tokenId }) => {
    const account = await requireAccount();
    await unlessGone(() => revokeApiToken(account, tokenId, systemNow()));
    refresh();
    return "Token revoked.";
  },
});

/** For plain forms, such as the account menu of every page. */
export async function signOut(): Promise<void> {
  if (!isOwnOrigin(await headers())) redirect("/account");
  await signOutHere();
  return leadTo("/sign-in", { code: "signed-out", ids: [] });
}

async function requireAccount(): Promise<Account> {
  const account = await getAccount();
  if (account === null) throw new Refusal("signed-out");
  return account;
}

/** Pressed twice, or in two tabs: what is gone is as it should be, and nobody learns what is another's. */
async function unlessGone(end: () => Promise<void>): Promise<void> {
  try {
    await end();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
