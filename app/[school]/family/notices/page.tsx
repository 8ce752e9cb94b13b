import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { NoticesPage } from "../../notices-page";
import { openFamilyNotice, readAllFamilyNotices } from "./actions";

export const metadata: Metadata = { title: "Notices" };

type FamilyNoticesPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FamilyNoticesPage({ params, searchParams }: FamilyNoticesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  const search = await searchParams;
  return (
    <NoticesPage
      {...{ ctx, search }}
      area="family"
      open={openFamilyNotice}
      readAll={readAllFamilyNotices}
    />
  );
}
