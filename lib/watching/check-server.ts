import { setTimeout as pause } from "node:timers/promises";
import { readHeartbeat, readJobs, readMigrations, readOutbox } from "@/lib/db/watch-state";
import { log } from "@/lib/log";
import { systemNow } from "@/lib/time/instant";
import { differingZones } from "./compare-clock-rules";
import { knownMigrations } from "./known-migrations";
import { outboxNumbers, readinessOf, type Readiness } from "./readiness";
import { isStopping } from "./stopping";

const PATIENCE_MS = 5_000;

/** Whether this server and its database answer, and what the outbox owes; null when they do not. */
export async function checkHealth(): Promise<ReturnType<typeof outboxNumbers> | null> {
  const outbox = await soon("outbox", readOutbox());
  return outbox === undefined ? null : outboxNumbers(outbox, systemNow());
}

/** Whether this server may be sent people, and why not. Never throws. */
export async function checkReadiness(): Promise<Readiness> {
  const [outbox, applied, heartbeatAt, jobs] = await Promise.all([
    soon("outbox", readOutbox()),
    soon("migrations", readMigrations()),
    soon("heartbeat", readHeartbeat()),
    soon("jobs", readJobs()),
  ]);
  const facts = {
    outbox: outbox ?? null,
    migrations: applied === undefined ? null : { known: knownMigrations(), applied },
    heartbeatAt,
    jobs: jobs ?? null,
    differingZones: differingZones(),
    upSeconds: Math.floor(process.uptime()),
    isStopping: isStopping(),
  };
  return readinessOf(facts, systemNow());
}

/** What the database says, or undefined where it fails or takes too long. */
async function soon<T>(what: string, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await Promise.race([asked, tooLate()]);
  } catch (error) {
    log.error({ err: error, what }, "the database does not answer");
    return undefined;
  }
}

async function tooLate(): Promise<never> {
  await pause(PATIENCE_MS, undefined, { ref: false });
  throw new Error("the database takes too long");
}
