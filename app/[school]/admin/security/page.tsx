import type { Metadata } from "next";
import { ListPages } from "@/components/people/list-pages";
import { SchoolSecurityEvents } from "@/components/security/school-security-events";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listSecurityEvents } from "@/lib/people/list-security-events";
import { listAddress, type ListSearch } from "../people/list-address";

export const metadata: Metadata = { title: "Security" };

type SecurityPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

export default async function SecurityPage({ params, searchParams }: SecurityPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const { after, before } = listAddress(await searchParams);
  const { rows, next, previous } = await listSecurityEvents(ctx, { after, before });
  const { timeZone: zone, locale } = ctx.school;
  return (
    <>
      <PageHeader
        title="Security"
        crumbs={[{ label: "Settings", href: `/${slug}/admin/settings` }]}
        lead="Who gained or lost access, for the last year. Sign-ins and passwords are private: each person sees their own on their account page."
      />
      <SchoolSecurityEvents {...{ rows, zone, locale }} />
      <ListPages
        label="Pages of changes"
        path={`/${slug}/admin/security`}
        query={{}}
        {...{ next, previous }}
      />
    </>
  );
}
