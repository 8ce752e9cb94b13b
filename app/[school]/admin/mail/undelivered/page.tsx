import type { Metadata } from "next";
import { MailTabs } from "@/components/mail/mail-tabs";
import { UndeliveredMails } from "@/components/mail/undelivered-mails";
import { ListPages } from "@/components/people/list-pages";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listUndelivered } from "@/lib/notifications/stopped/list-undelivered";
import { listAddress, type ListSearch } from "../../people/list-address";

export const metadata: Metadata = { title: "Email not delivered" };

type UndeliveredPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

export default async function UndeliveredPage({ params, searchParams }: UndeliveredPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const { after, before } = listAddress(await searchParams);
  const { rows, next, previous } = await listUndelivered(ctx, { after, before });
  const path = `/${slug}/admin/mail`;
  return (
    <>
      <PageHeader title="Email" lead="Where email does not arrive, and why." />
      <MailTabs base={path} tab="undelivered" />
      <UndeliveredMails rows={rows} zone={ctx.school.timeZone} locale={ctx.school.locale} />
      <ListPages
        label="Pages of email not delivered"
        path={`${path}/undelivered`}
        query={{}}
        {...{ next, previous }}
      />
    </>
  );
}
