import { asSystem } from "@/lib/db/system";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { clockWords } from "./job-words";

export type ClockRun = {
  job: string;
  what: string;
  startedAt: Instant;
  /** When its last run failed; null when that run went well or is under way. */
  failedAt: Instant | null;
};

/** When each job of the clock last ran. They are of no school, so why one failed is not told here. */
export async function listClockRuns(): Promise<ClockRun[]> {
  const rows = await asSystem((db) =>
    db.cronRun.findMany({
      orderBy: { job: "asc" },
      select: { job: true, startedAt: true, doneAt: true, failedAt: true },
    }),
  );
  return rows.map(({ job, startedAt, doneAt, failedAt }) => ({
    ...{ job, what: clockWords(job), startedAt: instantFromDate(startedAt) },
    failedAt:
      failedAt !== null && (doneAt === null || failedAt > doneAt)
        ? instantFromDate(failedAt)
        : null,
  }));
}
