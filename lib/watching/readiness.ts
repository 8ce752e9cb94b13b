import { instantFromDate, type Instant } from "@/lib/time/instant";

const OLDEST_UNSENT_SECONDS = 60;
const HEARTBEAT_SECONDS = 180;

/** What was found; null where the database did not say. */
export type WatchFacts = {
  outbox: {
    oldestAt: Date | null;
    lateSince: Date | null;
    unsent: number;
    parked: number;
  } | null;
  /** Names of the migrations that this build knows, and that the database has. */
  migrations: { known: readonly string[]; applied: readonly string[] } | null;
  /** Undefined where it could not be read, null where it never beat. */
  heartbeatAt: Date | null | undefined;
  jobs: { waiting: number; failed: number } | null;
  /** Zones of schools in which PostgreSQL and Node have different clock rules; null where not known. */
  differingZones: number | null;
  upSeconds: number;
  isStopping: boolean;
};

export type Check = { ok: boolean } & Record<string, number | boolean | null>;
export type Readiness = { status: "ready" | "not-ready"; checks: Record<string, Check> };

/** Whether a server may be sent people: every check holds. Numbers only, no names. */
export function readinessOf(facts: WatchFacts, now: Instant): Readiness {
  const checks = {
    database: { ok: facts.outbox !== null || facts.migrations !== null },
    migrations: migrationsCheck(facts.migrations),
    relay: relayCheck(facts.outbox, now),
    heartbeat: heartbeatCheck(facts, now),
    jobs: { ok: true, ...facts.jobs },
    clocks: { ok: true, differingZones: facts.differingZones },
    running: { ok: !facts.isStopping, upSeconds: facts.upSeconds },
  };
  const isReady = Object.values(checks).every(({ ok }) => ok);
  return { status: isReady ? "ready" : "not-ready", checks };
}

/** The outbox as health tells it: how long its oldest event has been owed. */
export function outboxNumbers(outbox: NonNullable<WatchFacts["outbox"]>, now: Instant) {
  const { oldestAt, unsent, parked } = outbox;
  return { oldestUnsentSeconds: oldestAt === null ? 0 : ageOf(oldestAt, now), unsent, parked };
}

function migrationsCheck(migrations: WatchFacts["migrations"]): Check {
  if (migrations === null) return { ok: false };
  const applied = new Set(migrations.applied);
  const missing = migrations.known.filter((name) => !applied.has(name)).length;
  return { ok: migrations.known.length > 0 && missing === 0, missing };
}

/** An engine of jobs that is down takes no server away from people: what it does not take is put back. */
function relayCheck(outbox: WatchFacts["outbox"], now: Instant): Check {
  if (outbox === null) return { ok: false };
  const { lateSince } = outbox;
  const lateSeconds = lateSince === null ? 0 : ageOf(lateSince, now);
  return { ok: lateSeconds < OLDEST_UNSENT_SECONDS, ...outboxNumbers(outbox, now) };
}

/** A server that has only just started gives the clock the time to run once. */
function heartbeatCheck({ heartbeatAt, upSeconds }: WatchFacts, now: Instant): Check {
  if (heartbeatAt === undefined) return { ok: false };
  const ageSeconds = heartbeatAt === null ? null : ageOf(heartbeatAt, now);
  const isFresh = ageSeconds !== null && ageSeconds < HEARTBEAT_SECONDS;
  return { ok: isFresh || upSeconds < HEARTBEAT_SECONDS, ageSeconds };
}

function ageOf(at: Date, now: Instant): number {
  return Math.max(0, Math.round((now - instantFromDate(at)) / 1_000));
}
