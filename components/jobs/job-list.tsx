import type { ReactNode } from "react";
import { ActionForm } from "@/components/scheduling/action-form";
import type { SchoolAction } from "@/lib/action";
import type { ListedJob } from "@/lib/notifications/jobs/list-owed-work";
import { formatDateTime } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";
import { JobCard } from "./job-card";

type Clock = { timeZone: TimeZone; locale: string };

type JobListProps = {
  jobs: readonly ListedJob[];
  clock: Clock;
  /** What the last moment of a job was: "tried", "parked", "done". */
  lastWord: string;
  title: string;
  /** Stands beside the title: what can be done about all of them. */
  aside?: ReactNode;
  /** Absent where there is nothing to try again. */
  tryAgain?: SchoolAction | undefined;
};

/** Jobs of one state: what each is about, how it went, and another try. */
export function JobList({ jobs, title, aside, clock, lastWord, tryAgain }: JobListProps) {
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="jobs" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="jobs" className="text-xl">
          {title}
        </h2>
        {aside}
      </div>
      <ul className="grid gap-3">
        {jobs.map((job) => (
          <li key={`${job.eventId} ${job.effect}`}>
            <JobCard
              title={job.effect === null ? job.what : `${job.what}: ${job.effect}`}
              about={job.about}
              facts={factsOf(job, { clock, lastWord })}
              why={job.why}
            >
              {tryAgain === undefined ? null : (
                <ActionForm
                  action={tryAgain}
                  fields={{ eventId: job.eventId }}
                  submit={
                    <>
                      Try again
                      <span className="sr-only">
                        : {job.what} {job.about}
                      </span>
                    </>
                  }
                />
              )}
            </JobCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Words = Pick<JobListProps, "clock" | "lastWord">;

function factsOf(job: ListedJob, { clock, lastWord }: Words): string[] {
  const { timeZone, locale } = clock;
  const last = job.triedAt;
  return [
    `Happened ${formatDateTime(job.happenedAt, timeZone, locale)}`,
    ...(job.attempts > 1 ? [`tried ${job.attempts} times`] : []),
    ...(last === null ? [] : [`${lastWord} ${formatDateTime(last, timeZone, locale)}`]),
  ];
}
