import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { NoticesPage } from "../../notices-page";
import { openAdminNotice, readAllAdminNotices } from "./actions";

export const metadata: Metadata = { title: "Notices" };

type AdminNoticesPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AdminNoticesPage({ params, searchParams }: AdminNoticesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "school:write");
  const search = await searchParams;
  return (
    <NoticesPage
      {...{ ctx, search }}
      area="admin"
      open={openAdminNotice}
      readAll={readAllAdminNotices}
    />
  );
}
