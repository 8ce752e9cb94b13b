import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { CalendarPage } from "../calendar-page";

export const metadata: Metadata = { title: "My lessons" };

type StudentPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StudentPage({ params, searchParams }: StudentPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "student:area");
  return <CalendarPage ctx={ctx} area="student" search={await searchParams} title="My lessons" />;
}
