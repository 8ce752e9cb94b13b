import type { Metadata } from "next";
import { SchoolWeek } from "@/components/calendar/school-week";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { calendarAddress } from "@/lib/scheduling/calendar-address";
import { listWeekLessons } from "@/lib/scheduling/list-week-lessons";
import { dayAt } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Calendar" };

type CalendarPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CalendarPage({ params, searchParams }: CalendarPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const { school } = ctx;
  const today = dayAt(ctx.now, school.timeZone);
  const address = calendarAddress(await searchParams, today, school.weekStart);
  const week = await listWeekLessons(ctx, address);
  return (
    <>
      <PageHeader
        title="Calendar"
        lead="Everybody's lessons, week by week."
        actions={<ButtonLink href={`/${slug}/admin/subscribe`}>In my own calendar</ButtonLink>}
      />
      <SchoolWeek
        {...{ week, address, school, today }}
        path={`/${slug}/admin/calendar`}
        ownLessons={false}
        coursesHref={`/${slug}/admin/courses`}
      />
    </>
  );
}
