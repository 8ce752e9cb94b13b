import type { Metadata } from "next";
import { KindLegend } from "@/components/calendar/kind-legend";
import { WeekGrid } from "@/components/calendar/week-grid";
import { WeekHeader } from "@/components/calendar/week-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listStudentWeek } from "@/lib/scheduling/list-week-lessons";
import { firstDayOfSchoolWeek, weekOfAddress } from "@/lib/scheduling/school-week";
import { dayAt } from "@/lib/time/zone";

export const metadata: Metadata = { title: "My week" };

type StudentPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StudentPage({ params, searchParams }: StudentPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "student:area");
  const { timeZone, locale, weekStart } = ctx.school;
  const today = dayAt(ctx.now, timeZone);
  const from = weekOfAddress((await searchParams)["week"], today, weekStart);
  const week = await listStudentWeek(ctx, from);
  const empty = week.days.every((day) => day.entries.length === 0);
  return (
    <>
      <PageHeader
        title="My week"
        actions={<ButtonLink href={`/${slug}/student/subscribe`}>In my own calendar</ButtonLink>}
      />
      <WeekHeader
        {...{ from, locale }}
        thisWeek={firstDayOfSchoolWeek(today, weekStart)}
        term={week.term}
        hrefOf={(day) => `/${slug}/student?week=${day}`}
      />
      {empty ? (
        <EmptyState character="liam" title="No lessons this week">
          Time to practise what you love.
        </EmptyState>
      ) : null}
      <WeekGrid
        days={week.days}
        today={today}
        timeZone={timeZone}
        look={{ locale, teachers: true, rosters: "none" }}
      />
      <KindLegend days={week.days} />
    </>
  );
}
