import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddressOwners } from "@/components/mail/address-owners";
import { STOPPED } from "@/components/mail/mail-words";
import { ConfirmForm } from "@/components/scheduling/confirm-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { parseId } from "@/lib/ids";
import { getSuppression } from "@/lib/notifications/stopped/list-suppressions";
import { formatDateTime } from "@/lib/time/format";
import { sendAgain } from "./actions";

export const metadata: Metadata = { title: "Send to it again" };

type SendAgainPageProps = { params: Promise<{ school: string; suppressionId: string }> };

export default async function SendAgainPage({ params }: SendAgainPageProps) {
  const { school: slug, suppressionId } = await params;
  const ctx = await requireMember(slug, "people:write");
  const stopped = (await getSuppression(ctx, parseId(suppressionId))) ?? notFound();
  const { timeZone, locale } = ctx.school;
  const base = `/${slug}/admin`;
  return (
    <>
      <PageHeader
        title="Send to it again?"
        crumbs={[{ label: "Email", href: `${base}/mail` }]}
        lead="Do this when the address is right, or its reader has asked for email."
      />
      <Card className="max-w-xl">
        <FactList
          facts={[
            { label: "Address", value: stopped.email ?? "A private sign-in address" },
            {
              label: "Whose",
              value: <AddressOwners owners={stopped.owners} peopleHref={`${base}/people`} />,
            },
            { label: "Why", value: STOPPED[stopped.reason].long },
            { label: "Since", value: formatDateTime(stopped.since, timeZone, locale) },
          ]}
        />
        <div className="mt-6 grid gap-3">
          <ConfirmForm
            action={sendAgain}
            fields={{ suppressionId: stopped.id }}
            submit="Send to it again"
          />
          <ButtonLink href={`${base}/mail`} size="lg" block>
            Leave it
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
