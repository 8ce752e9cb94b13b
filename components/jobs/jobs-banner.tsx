import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import type { JobsHealth } from "@/lib/notifications/jobs/get-jobs-health";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

type JobsBannerProps = {
  health: JobsHealth;
  clock: { timeZone: TimeZone; locale: string };
  /** The page of jobs. */
  href: string;
};

/** What the program owes and cannot do by itself, since when, and the way there; nothing while all is well. */
export function JobsBanner({ health, clock, href }: JobsBannerProps) {
  const { troubleSince } = health;
  if (troubleSince === null) return null;
  const tab = health.failing + health.failedMails > 0 ? "failing" : "parked";
  const stuck = health.failing + health.failedMails + health.parked === 0;
  return (
    <Alert
      tone="warning"
      className="mb-6"
      title={titleOf(health)}
      actions={
        <ButtonLink href={stuck ? `${href}?state=waiting` : `${href}?state=${tab}`}>
          Look at the jobs
        </ButtonLink>
      }
    >
      Since {formatDateTime(troubleSince, clock.timeZone, clock.locale)}. Nothing is lost: see why,
      and try again.
    </Alert>
  );
}

function titleOf({ failedMails, failing, parked, late, clockStoodSince }: JobsHealth): string {
  const parts = [
    ...(failedMails > 0 ? [`${counted(failedMails, "mail")} could not be sent`] : []),
    ...(failing > 0 ? [`${counted(failing, "job")} failing`] : []),
    ...(parked > 0 ? [`${counted(parked, "job")} parked`] : []),
    ...(late > 0 ? [`${counted(late, "job")} waiting for too long`] : []),
    ...(clockStoodSince === null ? [] : ["the clock stands still"]),
  ];
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
