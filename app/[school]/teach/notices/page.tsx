import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { NoticesPage } from "../../notices-page";
import { openTeacherNotice, readAllTeacherNotices } from "./actions";

export const metadata: Metadata = { title: "Notices" };

type TeacherNoticesPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeacherNoticesPage({
  params,
  searchParams,
}: TeacherNoticesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  const search = await searchParams;
  return (
    <NoticesPage
      {...{ ctx, search }}
      area="teach"
      open={openTeacherNotice}
      readAll={readAllTeacherNotices}
    />
  );
}
