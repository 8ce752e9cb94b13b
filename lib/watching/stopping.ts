/** Kept on the process: bundles may hold several copies of this file. */
const KEY = Symbol.for("musicnme.stopping");
const holder = globalThis as { [KEY]?: boolean };

/** Whether this server has been told to end. */
export function isStopping(): boolean {
  return holder[KEY] ?? false;
}

/**
 * Does `work` when the process is told to end. Next lets the requests under way end by itself, and
 * then ends the process.
 */
export function whenStopping(work: () => void): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      holder[KEY] = true;
      work();
    });
  }
}
