import { MailChoiceForm } from "@/components/mail/mail-choice-form";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { getMailWanted } from "@/lib/notifications/choices/get-mail-wanted";
import { labelOfOptionalMail } from "@/lib/notifications/choices/optional-mail";
import { openLink } from "../open-link";
import { chooseMail } from "./actions";

export const metadata = { title: "Unsubscribe", robots: { index: false } };

type UnsubscribePageProps = { params: Promise<{ token: string }> };

export default async function UnsubscribePage({ params }: UnsubscribePageProps) {
  const { token } = await params;
  const link = await openLink(token);
  const state = link === null ? null : await getMailWanted(link.ctx, link);
  if (link === null || state === null) return <BrokenLink />;
  const label = labelOfOptionalMail(link.kind);
  const { name } = link.ctx.school;
  return (
    <PublicShell
      title={state.wanted ? "Stop this email?" : "Done. It has stopped."}
      lead={
        state.wanted ? `“${label}” from ${name}.` : `You no longer get “${label}” from ${name}.`
      }
      character="floyd"
    >
      <div className="grid gap-4">
        <MailChoiceForm action={chooseMail} token={token} wanted={state.wanted} />
        <p className="text-sm text-ink-soft">
          Everything else still comes: what you booked, moved or cancelled, and mail about your
          account.
        </p>
      </div>
    </PublicShell>
  );
}

function BrokenLink() {
  return (
    <PublicShell
      title="This link does not work"
      lead="Part of it may be missing. Open it from the email once more."
      character="floyd"
    >
      <div className="grid gap-3">
        <p>Signed in, you choose your email under “Email settings” in the menu of your name.</p>
        <ButtonLink href="/sign-in" variant="primary" block>
          Sign in
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
