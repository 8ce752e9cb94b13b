import { inSchool } from "@/lib/db/in-school";
import { asSystem } from "@/lib/db/system";
import { readOwedWork } from "@/lib/events/read-owed-work";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, plusMinutes, type Instant } from "@/lib/time/instant";
import { failedMails } from "./failed-mails";

export type JobsHealth = {
  failing: number;
  parked: number;
  waiting: number;
  /** Of those that wait: for more than ten minutes. */
  late: number;
  /** Mails of the last two weeks that could not be sent. */
  failedMails: number;
  oldestWaitingAt: Instant | null;
  /** Since when something is not as it should be; null when all is well. */
  troubleSince: Instant | null;
  /** When the clock was last seen, if that is too long ago. */
  clockStoodSince: Instant | null;
};

/** The clock beats every minute. */
const MISSED_BEATS_MINUTES = 5;

/** How the school's jobs are doing. */
export async function getJobsHealth(ctx: SchoolContext): Promise<JobsHealth> {
  const [owed, clockStoodSince] = await Promise.all([readOwed(ctx), readClock(ctx.now)]);
  const { counts, mails } = owed;
  const { failing, parked, waiting } = counts;
  const begun = [
    ...[failing.since, parked.since, mails.since, clockStoodSince],
    waiting.late > 0 ? waiting.since : null,
  ].filter((since) => since !== null);
  return {
    ...{ failing: failing.count, parked: parked.count, waiting: waiting.count },
    ...{ late: waiting.late, failedMails: mails.count, oldestWaitingAt: waiting.since },
    troubleSince: begun.length === 0 ? null : begun.reduce((a, b) => (a < b ? a : b)),
    clockStoodSince,
  };
}

async function readOwed(ctx: SchoolContext) {
  const { schoolId, now } = ctx;
  return inSchool(ctx, async (db) => {
    const { counts } = await readOwedWork(db, { schoolId, now });
    const { _count, _min } = await db.delivery.aggregate({
      where: failedMails(now),
      _count: true,
      _min: { createdAt: true },
    });
    const since = _min.createdAt && instantFromDate(_min.createdAt);
    return { counts, mails: { count: _count, since } };
  });
}

/** Null while the clock beats, and where it never has: there nothing runs by the clock yet. */
async function readClock(now: Instant): Promise<Instant | null> {
  const where = { job: "heartbeat" };
  const beat = await asSystem((db) => db.cronRun.findUnique({ where }));
  if (beat === null) return null;
  const startedAt = instantFromDate(beat.startedAt);
  return startedAt < plusMinutes(now, -MISSED_BEATS_MINUTES) ? startedAt : null;
}
