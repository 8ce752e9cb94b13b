import { env } from "@/lib/env";
import type { OwedJobs } from "@/lib/events/claim-events";
import { startEmbeddedRunner } from "@/lib/events/embedded-runner";
import { startRelay } from "@/lib/events/relay";
import { log } from "@/lib/log";
import { inngest } from "./client";
import { crons } from "./crons";
import { jobs } from "./jobs";
import { jobsEngine } from "./jobs-engine";
import { owedBy } from "./owed-by";

/** Relays what is owed to the engine that is set up; the embedded one runs here. Returns how to stop. */
export async function startJobs(): Promise<{ stop: () => Promise<void> }> {
  const engine = jobsEngine(env) === "inngest" ? toInngest : await embedded();
  const relay = startRelay({
    owedBy,
    handOn: engine.handOn,
    onFailure: ({ schoolId, id, name, attempts }, error) =>
      log.warn({ schoolId, eventId: id, event: name, attempts, err: error }, "event put back"),
    onParked: ({ schoolId, id, name }, reason) =>
      log.error({ schoolId, eventId: id, event: name, reason }, "event parked"),
    onTrouble: (error) => log.error({ err: error }, "relay could not read the outbox"),
  });
  return {
    stop: async () => {
      await relay.stop();
      await engine.stop();
    },
  };
}

/** One event for Inngest, whichever functions it starts there. What is sent again needs another id. */
const toInngest = {
  handOn: async (owed: readonly OwedJobs[]) => {
    if (owed.length === 0) return;
    await inngest.send(
      owed.map(({ event: { id, name, data, schoolId, occurredAt, redriven } }) => ({
        id: redriven === 0 ? id : `${id}.${redriven}`,
        name,
        data: { ...(data as object), schoolId },
        ts: occurredAt.getTime(),
      })),
    );
  },
  stop: async () => undefined,
};

function embedded() {
  if (env.DATABASE_JOBS_URL === undefined) {
    throw new Error("DATABASE_JOBS_URL is not set: see .env.example.");
  }
  return startEmbeddedRunner({
    connectionString: env.DATABASE_JOBS_URL,
    jobs,
    crons,
    onTrouble: (error) => log.error({ err: error }, "the job queue has trouble"),
  });
}
