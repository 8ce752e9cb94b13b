import type { Metadata } from "next";
import { ClockRuns } from "@/components/jobs/clock-runs";
import { FailedMailList } from "@/components/jobs/failed-mail-list";
import { JobList } from "@/components/jobs/job-list";
import { ActionForm } from "@/components/scheduling/action-form";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { requireMember } from "@/lib/auth/session";
import { countDoneJobs } from "@/lib/notifications/jobs/count-done-jobs";
import { getJobsHealth, type JobsHealth } from "@/lib/notifications/jobs/get-jobs-health";
import { listClockRuns } from "@/lib/notifications/jobs/list-clock-runs";
import { listFailedMails } from "@/lib/notifications/jobs/list-failed-mails";
import { listOwedWork } from "@/lib/notifications/jobs/list-owed-work";
import { formatAgo } from "@/lib/time/ago";
import { TABS, tabOf, type JobTab } from "./job-tabs";
import { numberOf } from "../../family/found";
import { sendMailAgain, tryAgain, tryAllAgain } from "./actions";

export const metadata: Metadata = { title: "Jobs" };

type JobsPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function JobsPage({ params, searchParams }: JobsPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "school:write");
  const search = await searchParams;
  const tab = tabOf(search["state"]);
  const page = numberOf(search["page"]) ?? 1;
  const [health, done, jobs, mails, runs] = await Promise.all([
    getJobsHealth(ctx),
    countDoneJobs(ctx),
    listOwedWork(ctx, { state: tab.state, page }),
    tab.state === "failing" && page === 1 ? listFailedMails(ctx) : [],
    listClockRuns(),
  ]);
  const here = `/${slug}/admin/jobs?state=${tab.state}`;
  const isEmpty = jobs.rows.length + mails.length === 0;
  return (
    <>
      <PageHeader
        title="Jobs"
        crumbs={[{ label: "Settings", href: `/${slug}/admin/settings` }]}
        lead="Background jobs and email: what is waiting, what failed, and what runs on a schedule."
      />
      <div className="grid max-w-4xl gap-6">
        <StoodClock health={health} now={ctx.now} locale={ctx.school.locale} />
        <div className="grid gap-4">
          <TabLinks label="Which jobs" tabs={tabLinks({ slug, tab, health, done })} />
          {isEmpty ? (
            <EmptyState character={tab.character} title={tab.empty}>
              {tab.emptyText}
            </EmptyState>
          ) : null}
          <FailedMailList mails={mails} clock={ctx.school} sendAgain={sendMailAgain} />
          <JobList
            jobs={jobs.rows}
            title={tab.title}
            aside={
              tab.all === null ? null : (
                <ActionForm
                  action={tryAllAgain}
                  fields={{ state: tab.all }}
                  submit="Try all again"
                />
              )
            }
            clock={ctx.school}
            lastWord={tab.lastWord}
            tryAgain={tab.state === "done" ? undefined : tryAgain}
          />
          <Pagination
            label="Pages of jobs"
            summary={`Page ${page}`}
            previousHref={page > 1 ? `${here}&page=${page - 1}` : undefined}
            nextHref={jobs.more ? `${here}&page=${page + 1}` : undefined}
          />
        </div>
        <ClockRuns runs={runs} now={ctx.now} locale={ctx.school.locale} />
      </div>
    </>
  );
}

type TabsOf = { slug: string; tab: JobTab; health: JobsHealth; done: number };

function tabLinks({ slug, tab, health, done }: TabsOf) {
  const counts = {
    failing: health.failing + health.failedMails,
    waiting: health.waiting,
    parked: health.parked,
    done: done < 1_000 ? done : "999+",
  };
  return TABS.map(({ state, label }) => ({
    href: `/${slug}/admin/jobs?state=${state}`,
    label,
    current: state === tab.state,
    count: counts[state],
  }));
}

type StoodClockProps = { health: JobsHealth; now: Parameters<typeof formatAgo>[1]; locale: string };

function StoodClock({ health, now, locale }: StoodClockProps) {
  if (health.clockStoodSince === null) return null;
  return (
    <Alert tone="warning" title="No scheduled jobs">
      It last ran {formatAgo(health.clockStoodSince, now, locale)}. Whoever runs this site must
      start it again; what was missed is made up then.
    </Alert>
  );
}
