import type { Metadata } from "next";
import { HomeTasks } from "@/components/desk/home-tasks";
import { LessonsToday } from "@/components/desk/lessons-today";
import { JobsBanner } from "@/components/jobs/jobs-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { requireMember } from "@/lib/auth/session";
import { getAdminHome, type AdminHome } from "@/lib/booking/desk/get-admin-home";
import { listSupply } from "@/lib/booking/window/list-supply";
import { getJobsHealth } from "@/lib/notifications/jobs/get-jobs-health";
import { formatDay } from "@/lib/time/format";
import { dayAt } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Today" };

type HomePageProps = { params: Promise<{ school: string }> };

export default async function AdminHomePage({ params }: HomePageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const [home, short, health] = await Promise.all([
    getAdminHome(ctx),
    listSupply(ctx),
    getJobsHealth(ctx),
  ]);
  const { locale, timeZone } = ctx.school;
  const base = `/${slug}/admin`;
  return (
    <>
      <PageHeader
        title={formatDay(dayAt(ctx.now, timeZone), locale, "long")}
        lead={home.term ? home.term.name : "There is no term yet. Set the school up first."}
        actions={<ButtonLink href={`${base}/desk`}>Booking desk</ButtonLink>}
      />
      <JobsBanner health={health} clock={ctx.school} href={`${base}/jobs`} />
      <div className="grid gap-6">
        <Numbers home={home} />
        <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
          <HomeTasks home={home} short={short} base={base} locale={locale} timeZone={timeZone} />
          <LessonsToday lessons={home.lessonsToday} locale={locale} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}

function Numbers({ home }: { home: AdminHome }) {
  const unbooked = home.unbooked.reduce((sum, course) => sum + course.students, 0);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label="Lessons today" value={home.lessonsToday.length} />
      <Stat
        label="Individual lessons booked"
        value={home.booked}
        note={`of ${home.owed} this term`}
      />
      <Stat label="Still to book" value={unbooked} note="students, in courses that are open" />
      <Stat label="Help requests" value={home.openRequests} note="waiting for an answer" />
    </dl>
  );
}
