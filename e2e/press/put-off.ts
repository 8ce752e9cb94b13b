/** Runs in the page. Notes timers of up to half a second; longer ones are clocks and limits. */
export function noteWhatIsPutOff(soon: Set<number>): void {
  const later = window.setTimeout.bind(window);
  const forget = window.clearTimeout.bind(window);
  const put = (run: TimerHandler, ms = 0, ...args: unknown[]): number => {
    if (typeof run !== "function" || ms < 20 || ms > 500) return later(run, ms, ...args);
    const id = later(() => {
      soon.delete(id);
      (run as (...given: unknown[]) => void)(...args);
    }, ms);
    soon.add(id);
    return id;
  };
  const drop = (id?: number) => {
    if (id !== undefined) soon.delete(id);
    forget(id);
  };
  Object.assign(window, { setTimeout: put, clearTimeout: drop });
}
