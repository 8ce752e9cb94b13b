import type { Metadata } from "next";
import { SchoolWeek } from "@/components/calendar/school-week";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import type { TeacherId } from "@/lib/ids";
import { calendarAddress } from "@/lib/scheduling/calendar-address";
import { listWeekLessons } from "@/lib/scheduling/list-week-lessons";
import { dayAt } from "@/lib/time/zone";

export const metadata: Metadata = { title: "My week" };

type TeachPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeachPage({ params, searchParams }: TeachPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  const { school, actor } = ctx;
  const today = dayAt(ctx.now, school.timeZone);
  const address = calendarAddress(await searchParams, today, school.weekStart);
  const own = actor.kind === "member" ? (actor.personId as string as TeacherId) : null;
  const week = await listWeekLessons(ctx, {
    ...address,
    teacherId: address.everybody ? null : own,
  });
  return (
    <>
      <PageHeader
        title={address.everybody ? "Whole school" : "My week"}
        actions={<ButtonLink href={`/${slug}/teach/subscribe`}>In my own calendar</ButtonLink>}
      />
      <SchoolWeek {...{ week, address, school, today }} path={`/${slug}/teach`} ownLessons />
    </>
  );
}
