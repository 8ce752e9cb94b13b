import { redirect } from "next/navigation";
import { AccountShell, type AccountPart } from "@/components/account/account-shell";
import { ApiTokenList } from "@/components/account/api-token-list";
import { CalendarAddresses } from "@/components/account/calendar-addresses";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { NewApiTokenForm } from "@/components/account/new-api-token-form";
import { SessionList } from "@/components/account/session-list";
import { SignOutEverywhereForm } from "@/components/account/sign-out-everywhere-form";
import { RecentActivity } from "@/components/security/recent-activity";
import { getAccount, type Account } from "@/lib/auth/get-account";
import { listApiTokens, type ApiTokenView } from "@/lib/auth/list-api-tokens";
import { listCalendarAddresses } from "@/lib/auth/list-calendar-addresses";
import { listOwnSecurityEvents } from "@/lib/auth/list-own-security-events";
import { listSessions } from "@/lib/auth/list-sessions";
import { signInPath } from "@/lib/auth/session";
import { systemNow } from "@/lib/time/instant";
import { asTimeZone } from "@/lib/time/zone";
import { apiTokenRow, calendarRow, sessionRow, type Clock } from "./account-rows";
import {
  changePassword,
  endOwnSession,
  makeApiToken,
  revokeToken,
  signOutEverywhere,
} from "./actions";

export const metadata = { title: "Your account" };

export default async function AccountPage() {
  const account = await getAccount();
  if (account === null) redirect(signInPath("/account"));
  const clock = clockOf(account);
  const [sessions, tokens, addresses, activity] = await Promise.all([
    listSessions(account, clock.now),
    listApiTokens(account, clock.now),
    listCalendarAddresses(account),
    listOwnSecurityEvents(account.session.userId),
  ]);
  const tokenCount = tokens.filter(({ isExpired }) => !isExpired).length;
  const parts: AccountPart[] = [
    {
      id: "password",
      title: "Password",
      content: (
        <ChangePasswordForm action={changePassword} email={account.email} tokenCount={tokenCount} />
      ),
    },
    {
      id: "sessions",
      title: "Sessions",
      content: (
        <div className="grid gap-4">
          <p className="max-w-prose text-ink-soft">
            Where you are signed in. A session ends after 14 days without use, and after 90 days in
            all.
          </p>
          <SessionList
            sessions={sessions.map((each) => sessionRow(each, clock))}
            action={endOwnSession}
          />
          <SignOutEverywhereForm
            action={signOutEverywhere}
            tokenCount={tokenCount}
            calendarCount={addresses.length}
          />
        </div>
      ),
    },
    {
      id: "api-tokens",
      title: "API tokens",
      content: <ApiTokens account={account} tokens={tokens} clock={clock} />,
    },
    {
      id: "calendar",
      title: "Calendar",
      content: <CalendarAddresses addresses={addresses.map((each) => calendarRow(each, clock))} />,
    },
    {
      id: "activity",
      title: "Recent activity",
      content: <RecentActivity activity={activity} />,
    },
  ];
  return <AccountShell email={account.email} parts={parts} />;
}

type ApiTokensProps = { account: Account; tokens: readonly ApiTokenView[]; clock: Clock };

function ApiTokens({ account, tokens, clock }: ApiTokensProps) {
  const schools = account.memberships.map(({ slug, schoolName }) => ({ slug, name: schoolName }));
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-ink-soft">
        For programs that read or book for you. If nobody asked you for a token, you need none.
      </p>
      <ApiTokenList tokens={tokens.map((each) => apiTokenRow(each, clock))} action={revokeToken} />
      {schools.length === 0 ? null : (
        <NewApiTokenForm
          action={makeApiToken}
          live={tokens.map(({ id }) => id)}
          schools={schools}
        />
      )}
    </div>
  );
}

function clockOf({ memberships: [first] }: Account): Clock {
  const timeZone = first?.timeZone ?? asTimeZone("UTC");
  return { now: systemNow(), timeZone, locale: first?.locale ?? "en-AU" };
}
