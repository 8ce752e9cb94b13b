import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { PlainActionForm } from "@/components/account/plain-action-form";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { getAccount } from "@/lib/auth/get-account";
import { signInPath } from "@/lib/auth/session";
import { changePassword, signOut, signOutEverywhere } from "./actions";

export const metadata = { title: "Your account" };

export default async function AccountPage() {
  const account = await getAccount();
  if (account === null) redirect(signInPath("/account"));
  return (
    <PublicShell title="Your account" lead={account.email} character="floyd">
      <div className="grid gap-8">
        <ButtonLink href="/schools" variant="accent" block>
          Go to my school
        </ButtonLink>
        <section className="grid gap-4">
          <h2 className="text-xl">Change your password</h2>
          <ChangePasswordForm action={changePassword} email={account.email} />
        </section>
        <section className="grid gap-4 border-t-2 border-line pt-6">
          <h2 className="text-xl">Sign out</h2>
          <form action={signOut} className="grid">
            <SubmitButton variant="quiet" block>
              Sign out here
            </SubmitButton>
          </form>
          <p className="text-ink-soft">
            Lost a phone, or used a shared computer? End every sign-in at once, also this one.
          </p>
          <PlainActionForm action={signOutEverywhere} variant="danger">
            Sign out everywhere
          </PlainActionForm>
        </section>
      </div>
    </PublicShell>
  );
}
