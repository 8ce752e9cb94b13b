import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/session";
import { CalendarPage } from "../calendar-page";

export const metadata: Metadata = { title: "Calendar" };

type TeachPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeachPage({ params, searchParams }: TeachPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  return <CalendarPage ctx={ctx} area="teach" search={await searchParams} title="Calendar" />;
}
