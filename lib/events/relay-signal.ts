import { offTrail } from "@/lib/watching/request-trail";

/**
 * Wakes the relay of this process after a commit, so that what happened is told at once; the sweep
 * finds what a lost wake-up left. Kept on the process: bundles may hold several copies of this file.
 */
type Listener = () => void;

const KEY = Symbol.for("musicnme.relay.listener");
const holder = globalThis as { [KEY]?: Listener };

export function onPoke(listener: Listener): void {
  holder[KEY] = listener;
}

export function pokeRelay(): void {
  const listener = holder[KEY];
  // What a relay hands on next is of other requests too.
  if (listener) offTrail(listener);
}
