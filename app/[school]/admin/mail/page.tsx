import type { Metadata } from "next";
import { FlashMessage } from "@/components/shell/flash-message";
import { MailTabs } from "@/components/mail/mail-tabs";
import { StoppedAddresses } from "@/components/mail/stopped-addresses";
import { ListPages } from "@/components/people/list-pages";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import { listSuppressions } from "@/lib/notifications/stopped/list-suppressions";
import { listAddress, type ListSearch } from "../people/list-address";

export const metadata: Metadata = { title: "Email" };

type MailPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

const LIFTED = { tone: "success", title: "Email goes to that address again." } as const;

export default async function MailPage({ params, searchParams }: MailPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const asked = await searchParams;
  const address = listAddress(asked);
  const flash = await readFlash();
  const { rows, next, previous } = await listSuppressions(ctx, address);
  const isLifted = rows.every(({ id }) => id !== flash?.ids[0]);
  const { search } = address;
  const base = `/${slug}/admin`;
  const isSearched = search !== "" || rows.length > 0;
  return (
    <>
      <PageHeader title="Email" lead="Where email does not arrive, and why." />
      <FlashMessage
        flash={flash}
        texts={{ "mail-lifted": isLifted ? LIFTED : null }}
        className="mb-4"
      />
      <MailTabs base={`${base}/mail`} tab="stopped" />
      {isSearched ? (
        <div className="mb-4">
          <SearchField
            label="Search addresses"
            action={`${base}/mail`}
            defaultValue={search}
            placeholder="Name or email"
          />
        </div>
      ) : null}
      <StoppedAddresses
        {...{ rows, base, search }}
        zone={ctx.school.timeZone}
        locale={ctx.school.locale}
      />
      <ListPages
        label="Pages of addresses"
        path={`${base}/mail`}
        query={{ q: search }}
        {...{ next, previous }}
      />
    </>
  );
}
