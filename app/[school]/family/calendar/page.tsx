import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { CalendarPage } from "../../calendar-page";

export const metadata: Metadata = { title: "Calendar" };

type FamilyCalendarPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FamilyCalendarPage({
  params,
  searchParams,
}: FamilyCalendarPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  return <CalendarPage ctx={ctx} area="family" search={await searchParams} title="Calendar" />;
}
