import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ClockRun } from "@/lib/notifications/jobs/list-clock-runs";
import { formatAgo } from "@/lib/time/ago";
import type { Instant } from "@/lib/time/instant";

type ClockRunsProps = { runs: readonly ClockRun[]; now: Instant; locale: string };

/** What runs by the clock, and when it last did. */
export function ClockRuns({ runs, now, locale }: ClockRunsProps) {
  return (
    <Card as="section" title="By the clock">
      {runs.length === 0 ? <p className="text-ink-soft">The clock has not run yet.</p> : null}
      <ul className="grid">
        {runs.map(({ job, what, startedAt, failedAt }) => (
          <li
            key={job}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line py-2 not-last:border-b"
          >
            <span className="font-semibold">{what}</span>
            <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
              {failedAt === null ? null : (
                <Badge tone="danger">failed {formatAgo(failedAt, now, locale)}</Badge>
              )}
              last ran {formatAgo(startedAt, now, locale)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
