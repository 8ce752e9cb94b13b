import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { NoticesPage } from "../../notices-page";
import { openStudentNotice, readAllStudentNotices } from "./actions";

export const metadata: Metadata = { title: "Notices" };

type StudentNoticesPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StudentNoticesPage({
  params,
  searchParams,
}: StudentNoticesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "student:area");
  const search = await searchParams;
  return (
    <NoticesPage
      {...{ ctx, search }}
      area="student"
      open={openStudentNotice}
      readAll={readAllStudentNotices}
    />
  );
}
