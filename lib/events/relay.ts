import { safeReason } from "@/lib/watching/safe-error";
import { systemNow } from "@/lib/time/instant";
import { claimEvents, markSent, park, putBack } from "./claim-events";
import type { OutboxEnvelope, OwedJobs } from "./claim-events";
import { letPeopleGoFirst } from "./people-waiting";
import { onPoke } from "./relay-signal";

/** What an event owes; `unknown` says why nobody can handle it. */
export type Owed = { jobs: readonly string[] } | { unknown: string };

export type Relaying = {
  owedBy: (event: OutboxEnvelope) => Owed;
  /** Gives events to the engine that runs their jobs. May be given the same one again. */
  handOn: (owed: readonly OwedJobs[]) => Promise<void>;
  /** Told of every event that was put back; it is tried again later. */
  onFailure: (event: OutboxEnvelope, error: unknown) => void;
  onParked: (event: OutboxEnvelope, reason: string) => void;
};

export type RelayOptions = Relaying & {
  /** Told when the database could not be read; the next sweep tries again. */
  onTrouble: (error: unknown) => void;
};

const SWEEP_MS = 1_000;
const BATCH = 100;
/** How long the relay waits at most while many people wait for an answer. */
const PATIENCE_MS = 600;

/** Hands one batch of due events on; returns how many there were. */
export async function relayOnce(relaying: Relaying): Promise<number> {
  const events = await claimEvents(systemNow(), BATCH);
  const owed: OwedJobs[] = [];
  for (const event of events) {
    const found = relaying.owedBy(event);
    if ("jobs" in found) owed.push({ event, jobs: found.jobs });
    else await setAside(event, found.unknown, relaying);
  }
  if (owed.length > 0) await handOn(owed, relaying);
  return events.length;
}

async function setAside(event: OutboxEnvelope, reason: string, { onParked }: Relaying) {
  await park(event, systemNow(), reason);
  onParked(event, reason);
}

/** All at once; one by one when that fails, so that one that cannot go is in nobody's way. */
async function handOn(owed: readonly OwedJobs[], relaying: Relaying): Promise<void> {
  try {
    await relaying.handOn(owed.filter(({ jobs }) => jobs.length > 0));
    await markSent(owed, systemNow());
  } catch (error) {
    if (owed.length > 1) {
      for (const one of owed) await handOn([one], relaying);
      return;
    }
    for (const { event } of owed) {
      relaying.onFailure(event, error);
      await putBack(event, systemNow(), safeReason(error));
    }
  }
}

/**
 * Relays after every commit of this process (`pokeRelay`) and by a sweep that needs nothing but the
 * database, until `stop` is called.
 */
export function startRelay(options: RelayOptions): { stop: () => Promise<void> } {
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;

  const wake = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = drain(options, () => stopped).finally(() => {
      running = null;
      if (again) {
        again = false;
        wake();
      }
    });
  };

  onPoke(wake);
  const sweep = setInterval(wake, SWEEP_MS);
  sweep.unref();
  wake();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(sweep);
      await running;
    },
  };
}

async function drain(options: RelayOptions, stopped: () => boolean): Promise<void> {
  try {
    do await letPeopleGoFirst(PATIENCE_MS);
    while (!stopped() && (await relayOnce(options)) === BATCH);
  } catch (error) {
    options.onTrouble(error);
  }
}
