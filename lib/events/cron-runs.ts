import { asSystem } from "@/lib/db/system";
import { safeReason } from "@/lib/watching/safe-error";
import { dateFromInstant, systemNow } from "@/lib/time/instant";

const LONGEST_REASON = 500;

/** Runs a job of the clock and notes when it began and how it ended, for whoever watches. */
export async function notedCron(job: string, run: () => Promise<void>): Promise<void> {
  await note(job, "started");
  try {
    await run();
  } catch (error) {
    await note(job, "failed", safeReason(error));
    throw error;
  }
  await note(job, "done");
}

async function note(job: string, what: "started" | "failed" | "done", reason?: string) {
  const now = dateFromInstant(systemNow());
  const change = {
    started: { startedAt: now },
    failed: { failedAt: now, lastError: (reason ?? "").slice(0, LONGEST_REASON) },
    done: { doneAt: now, lastError: null },
  }[what];
  await asSystem((db) =>
    db.cronRun.upsert({
      where: { job },
      create: { job, startedAt: now, ...change },
      update: change,
    }),
  );
}
