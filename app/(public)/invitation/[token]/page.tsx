import { JoinSignedInForm, JoinWithPasswordForm } from "@/components/account/join-forms";
import { NewPasswordForm } from "@/components/account/new-password-form";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { getAccount } from "@/lib/auth/get-account";
import { getInvitation, type OpenInvitation } from "@/lib/auth/get-invitation";
import { systemNow } from "@/lib/time/instant";
import { acceptInvitation } from "./actions";

export const metadata = { title: "Your invitation", robots: { index: false } };

type InvitationPageProps = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  const invitation = await getInvitation(token, systemNow());
  if (invitation === null) return <SpentInvitation />;
  const account = await getAccount();
  const signedIn = account?.email.toLowerCase() === invitation.email.toLowerCase();
  return (
    <PublicShell
      title={`Welcome, ${invitation.givenName}!`}
      lead={leadOf(invitation, signedIn)}
      character="liam"
    >
      <JoinForm token={token} invitation={invitation} signedIn={signedIn} />
    </PublicShell>
  );
}

type JoinFormProps = { token: string; invitation: OpenInvitation; signedIn: boolean };

function JoinForm({ token, invitation, signedIn }: JoinFormProps) {
  const { email, schoolName, hasAccount } = invitation;
  const form = { action: acceptInvitation, token, schoolName };
  if (signedIn) return <JoinSignedInForm {...form} />;
  if (hasAccount) return <JoinWithPasswordForm {...form} email={email} />;
  return (
    <NewPasswordForm
      action={acceptInvitation}
      token={token}
      email={email}
      way="new"
      submit={`Join ${schoolName}`}
    />
  );
}

function leadOf({ schoolName, email, hasAccount }: OpenInvitation, signedIn: boolean): string {
  if (signedIn) return `${schoolName} invites you. You are signed in as ${email} already.`;
  if (hasAccount) return `${schoolName} invites you. You have a sign-in with ${email} already.`;
  return `${schoolName} invites you. You will sign in as ${email}: choose a password for it.`;
}

function SpentInvitation() {
  return (
    <PublicShell
      title="This invitation no longer works"
      lead="It was accepted already, withdrawn, replaced by a newer one, or is older than two weeks."
      character="liam"
    >
      <div className="grid gap-3">
        <p>Look for a newer email, or ask your school to invite you again.</p>
        <ButtonLink href="/sign-in" variant="primary" block>
          Sign in
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
