import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { CalendarPage } from "../../calendar-page";

export const metadata: Metadata = { title: "Calendar" };

type AdminCalendarPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AdminCalendarPage({ params, searchParams }: AdminCalendarPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  return <CalendarPage ctx={ctx} area="admin" search={await searchParams} title="Calendar" />;
}
