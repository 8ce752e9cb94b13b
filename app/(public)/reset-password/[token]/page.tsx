import { NewPasswordForm } from "@/components/account/new-password-form";
import { tokensEndText } from "@/components/account/tokens-end-text";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { getOpenReset } from "@/lib/auth/reset-password";
import { systemNow } from "@/lib/time/instant";
import { resetPassword } from "./actions";

export const metadata = { title: "Choose a new password", robots: { index: false } };

type ResetPasswordPageProps = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: ResetPasswordPageProps) {
  const { token } = await params;
  const reset = await getOpenReset(token, systemNow());
  if (reset === null) return <SpentLink />;
  return (
    <PublicShell
      title="Choose a new password"
      lead={`Everywhere you are signed in now, you will be signed out.${tokensEndText(reset.tokenCount)}`}
      character="steve"
    >
      <NewPasswordForm action={resetPassword} token={token} submit="Set the new password" />
    </PublicShell>
  );
}

function SpentLink() {
  return (
    <PublicShell
      title="This link no longer works"
      lead="It was used already, is older than an hour, or ended when your password or sign-in address changed."
      character="steve"
    >
      <div className="grid gap-3">
        <ButtonLink href="/forgot-password" variant="primary" block>
          Send me a new link
        </ButtonLink>
        <ButtonLink href="/sign-in" block>
          Back to sign-in
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
