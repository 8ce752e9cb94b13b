import { systemNow } from "@/lib/time/instant";
import { claimEvents, markSent, putBack, type OutboxEnvelope } from "./claim-events";
import { letPeopleGoFirst } from "./people-waiting";
import { onPoke } from "./relay-signal";

export type HandleEvent = (event: OutboxEnvelope) => Promise<void>;

export type RelayOptions = {
  handle: HandleEvent;
  /** Told of every event that failed; it is tried again later. */
  onFailure: (event: OutboxEnvelope, error: unknown) => void;
  /** Told when the database could not be read; the next sweep tries again. */
  onTrouble: (error: unknown) => void;
};

const SWEEP_MS = 1_000;
const BATCH = 20;
const AT_ONCE = 4;
/** How long an event waits at most while many people wait for an answer. */
const PATIENCE_MS = 1_000;

/** Hands one batch of due events on; returns how many there were. */
export async function relayOnce({
  handle,
  onFailure,
}: Pick<RelayOptions, "handle" | "onFailure">): Promise<number> {
  const events = await claimEvents(systemNow(), BATCH);
  const waiting = [...events];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      await letPeopleGoFirst(PATIENCE_MS);
      await handOn(event, { handle, onFailure });
    }
  });
  await Promise.all(workers);
  return events.length;
}

async function handOn(
  event: OutboxEnvelope,
  { handle, onFailure }: Pick<RelayOptions, "handle" | "onFailure">,
): Promise<void> {
  try {
    await handle(event);
    await markSent(event, systemNow());
  } catch (error) {
    onFailure(event, error);
    await putBack(event, systemNow(), error instanceof Error ? error.message : "unknown");
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
    while (!stopped() && (await relayOnce(options)) === BATCH);
  } catch (error) {
    options.onTrouble(error);
  }
}
