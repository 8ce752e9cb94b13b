import { cron, eventType, type InngestFunction } from "inngest";
import { z } from "zod";
import { systemContext } from "@/lib/auth/system-context";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import type { CronJob, EventJob, OwedJob, Try } from "@/lib/events/job";
import { notedCron } from "@/lib/events/cron-runs";
import { settleJobRun } from "@/lib/events/job-runs";
import { parseId, type OutboxEventId, type SchoolId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { systemNow } from "@/lib/time/instant";
import { safeReason } from "@/lib/watching/safe-error";
import { watchedWork } from "@/lib/watching/watched-work";
import { inngest } from "./client";

/** How many jobs of one function run at once for one school. */
const PER_SCHOOL = 4;
/** Quick ones; what fails longer is sent again by the sweep of forgotten jobs. */
const RETRIES = 4;

/** One job, for both engines: the Inngest function, and the same handler for the embedded runner. */
export type Job = EventJob & { eventName: string; inngestFunction: InngestFunction.Any };

type JobOptions<E extends EventDefinition> = {
  id: string;
  event: E;
  /** Towards a vendor: so many starts in a second over all schools. */
  perSecond?: number;
  run: (ctx: SchoolContext, event: OwedEvent<E>) => Promise<void>;
};

/**
 * A function around one owed effect of an event. It may run again whole, twice at once, late or out
 * of order: once-only comes from the rows that the effect owns.
 */
export function defineJob<E extends EventDefinition>(options: JobOptions<E>): Job {
  const { id, event, perSecond } = options;
  const carryOut = (owed: OwedJob, tried: Try) => settled(options, owed, tried);
  const trigger = eventType(event.name, { schema: inSchool(event) });
  const inngestFunction = inngest.createFunction(
    {
      id,
      triggers: [trigger],
      retries: RETRIES,
      concurrency: [{ key: "event.data.schoolId", limit: PER_SCHOOL }],
      ...(perSecond !== undefined && { throttle: throttle(perSecond) }),
    },
    ({ event: sent, step, attempt }) =>
      step.run("carry-out", () => carryOut(owedOf(sent), { attempt, most: RETRIES + 1 })),
  );
  const lane = perSecond === undefined ? "work" : "mail";
  return { id, lane, eventName: event.name, carryOut, inngestFunction };
}

/** As it is sent: ids and facts of the event, and the school they are of. */
function inSchool(event: EventDefinition) {
  return z.looseObject({ ...event.data.shape, schoolId: z.uuid() });
}

/** Inngest counts in whole seconds and whole starts. */
function throttle(perSecond: number) {
  return perSecond >= 1
    ? { limit: Math.floor(perSecond), period: "1s" as const }
    : { limit: 1, period: `${Math.ceil(1 / perSecond)}s` as const };
}

/** The event's id is the row's; what was sent again has a number behind it. */
function owedOf(sent: { id?: string; data: { schoolId: string } }): OwedJob {
  const eventId = parseId<OutboxEventId>((sent.id ?? "").slice(0, 36));
  if (eventId === null) throw new Error("an event without the id of its row");
  const { schoolId, ...data } = sent.data;
  return { schoolId: schoolId as SchoolId, eventId, data };
}

async function settled<E extends EventDefinition>(
  { id: job, event, run }: JobOptions<E>,
  { schoolId, eventId, data }: OwedJob,
  { attempt, most }: Try,
): Promise<void> {
  const key = { schoolId, eventId, job };
  try {
    const ctx = await systemContext(schoolId);
    const sent = { id: eventId, data: event.data.parse(data) as OwedEvent<E>["data"] };
    await watchedWork("job", key, () => run(ctx, sent));
  } catch (error) {
    const reason = safeReason(error);
    const last = attempt + 1 >= most;
    await settleJobRun(key, { state: "FAILED", reason, last }, systemNow());
    throw error;
  }
  await settleJobRun(key, { state: "DONE" }, systemNow());
}

export type Cron = CronJob & { inngestFunction: InngestFunction.Any };

type CronOptions = { id: string; cron: string; run: () => Promise<void> };

/** A function of the clock: reads what is due and not done, so that hours missed are made up once. */
export function defineCron({ id, cron: schedule, run }: CronOptions): Cron {
  const carryOut = () => watchedWork("cron", { job: id }, () => notedCron(id, run));
  const inngestFunction = inngest.createFunction(
    { id, triggers: [cron(schedule)], retries: 0, concurrency: 1 },
    ({ step }) => step.run("carry-out", carryOut),
  );
  return { id, cron: schedule, carryOut, inngestFunction };
}
