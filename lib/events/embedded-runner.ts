import { createHash } from "node:crypto";
import { PgBoss, type Job, type JobWithMetadata } from "pg-boss";
import type { OwedJobs } from "./claim-events";
import type { CronJob, EventJob, OwedJob } from "./job";
import { letPeopleGoFirst } from "./people-waiting";

export type RunnerOptions = {
  /** The queue's own login and schema; nothing of a school is kept there but ids. */
  connectionString: string;
  jobs: readonly EventJob[];
  crons: readonly CronJob[];
  onTrouble: (error: unknown) => void;
};

export type EmbeddedRunner = {
  /** Queues one job for each (function, event): the same again is the same job. */
  handOn: (owed: readonly OwedJobs[]) => Promise<void>;
  stop: () => Promise<void>;
};

type QueuedJob = OwedJob & { job: string };

const SCHEMA = "jobs";
const CRONS = "crons";
/** Tries, a few seconds to five minutes apart; the sweep of forgotten jobs goes on after them. */
const RETRIES = 5;
const RETRY_SECONDS = { retryDelay: 4, retryDelayMax: 300, retryBackoff: true } as const;
/** A process that was killed is noticed after this long. */
const HEARTBEAT_SECONDS = 10;
const LANES = {
  work: { atOnce: 8, perSchool: 3 },
  mail: { atOnce: 12, perSchool: 6 },
} as const;
type Lane = keyof typeof LANES;
/** How long a job waits at most while many people wait for an answer. */
const PATIENCE_MS = 1_000;

/**
 * Runs jobs inside the app: a queue in PostgreSQL with retries, backoff, a clock, turns among schools
 * and a limit of jobs at once for each, over all processes; two that look in the same instant may each
 * take it. Works on until `stop`.
 */
export async function startEmbeddedRunner(options: RunnerOptions): Promise<EmbeddedRunner> {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    schema: SCHEMA,
    createSchema: false,
    application_name: "musicnme-jobs",
    max: 4,
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
    cronWorkerIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 15,
  });
  boss.on("error", options.onTrouble);
  await boss.start();
  const workers = await workLanes(boss, options.jobs);
  await workCrons(boss, options.crons);
  const lanes = new Map(options.jobs.map(({ id, lane }) => [id, lane]));
  return {
    handOn: async (owed) => {
      await queue(boss, owed, lanes);
      for (const id of workers) boss.notifyWorker(id);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  };
}

async function queue(boss: PgBoss, owed: readonly OwedJobs[], lanes: Map<string, Lane>) {
  for (const lane of Object.keys(LANES) as Lane[]) {
    const mine = owed.flatMap(({ event, jobs }) =>
      jobs.filter((job) => lanes.get(job) === lane).map((job) => ({ event, job })),
    );
    const turnOf = turns();
    const jobs = mine.map(({ event, job }) => ({
      id: queueId(job, event.id, event.redriven),
      data: { job, schoolId: event.schoolId, eventId: event.id, data: event.data },
      group: { id: event.schoolId },
      priority: -turnOf(event.schoolId),
    }));
    if (jobs.length > 0) await boss.insert(lane, jobs);
  }
}

/** A school's second job waits behind everybody's first: one with much owed holds no other up. */
function turns(): (schoolId: string) => number {
  const next = new Map<string, number>();
  return (schoolId) => {
    const turn = next.get(schoolId) ?? 0;
    next.set(schoolId, turn + 1);
    return turn;
  };
}

/** The same for the same (function, event), so that it is queued once; another when it is sent again. */
function queueId(job: string, eventId: string, redriven: number): string {
  const hex = createHash("sha256").update(`${job} ${eventId} ${redriven}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join("-");
}

async function workLanes(boss: PgBoss, jobs: readonly EventJob[]): Promise<string[]> {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const workers: string[] = [];
  for (const [lane, { atOnce, perSchool }] of Object.entries(LANES)) {
    await ensureQueue(boss, lane, RETRIES);
    const options = {
      batchSize: atOnce,
      groupConcurrency: perSchool,
      perJobResults: true,
      includeMetadata: true,
      pollingIntervalSeconds: 2,
    } as const;
    const id = await boss.work(lane, options, async (batch: JobWithMetadata<QueuedJob>[]) => {
      // What is left in the queue is fetched at once, not at the next look.
      boss.notifyWorker(id);
      return Promise.all(batch.map((queued) => runOne(queued, byId)));
    });
    workers.push(id);
  }
  return workers;
}

async function runOne(queued: JobWithMetadata<QueuedJob>, jobs: Map<string, EventJob>) {
  const { job: name, ...owed } = queued.data;
  await letPeopleGoFirst(PATIENCE_MS);
  try {
    const job = jobs.get(name);
    // Of a newer version of the app, or an older one: the sweep sends it again.
    if (job === undefined) throw new Error(`there is no job ${name} here`);
    await job.carryOut(owed, { attempt: queued.retryCount, most: RETRIES + 1 });
    return { id: queued.id, status: "completed" as const };
  } catch (error) {
    return { id: queued.id, status: "failed" as const, output: reasonOf(error) };
  }
}

async function workCrons(boss: PgBoss, crons: readonly CronJob[]): Promise<void> {
  await ensureQueue(boss, CRONS, 0);
  const byId = new Map(crons.map((cron) => [cron.id, cron]));
  const options = { batchSize: Math.max(1, crons.length), pollingIntervalSeconds: 2 };
  await boss.work(CRONS, options, async (batch: Job<{ cron: string }>[]) => {
    // How each ended is noted by itself; the next minute runs it again.
    const due = new Set(batch.map(({ data }) => data.cron));
    await Promise.allSettled([...due].flatMap((id) => byId.get(id)?.carryOut() ?? []));
  });
  for (const { id, cron } of crons) {
    await boss.schedule(CRONS, cron, { cron: id }, { key: id });
    // What came due while nobody ran is made up now, not at the next minute.
    await boss.send(CRONS, { cron: id });
  }
  for (const { key } of await boss.getSchedules(CRONS)) {
    if (!byId.has(key)) await boss.unschedule(CRONS, key);
  }
}

async function ensureQueue(boss: PgBoss, name: string, retryLimit: number): Promise<void> {
  const settings = {
    retryLimit,
    ...RETRY_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 300,
    deleteAfterSeconds: 24 * 3_600,
  };
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, settings);
  else await boss.updateQueue(name, settings);
}

function reasonOf(error: unknown): object {
  return { reason: error instanceof Error ? error.message : "unknown" };
}
