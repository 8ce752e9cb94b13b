import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

type Cleanup = () => Promise<void> | void;

const cleanups: Cleanup[] = [];
let ending: Promise<void> | undefined;

/** What to end before this process does, newest first: by return, by failure or by a signal. */
export function atEnd(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

export function endAll(): Promise<void> {
  ending ??= runCleanups();
  return ending;
}

export function isEnding(): boolean {
  return ending !== undefined;
}

async function runCleanups(): Promise<void> {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (error) {
      process.stderr.write(`While stopping: ${String(error)}\n`);
    }
  }
}

/** Ctrl-C reaches us from the terminal, from npm and from the bootstrap: it is heard once. */
export function endOnSignal(exitCode: number): void {
  const stop = () => {
    if (isEnding()) return;
    void endAll().then(() => process.exit(exitCode));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), 500).unref();
}

/** Whether that process still runs and is one of this project's scripts (ids are used again). */
export function isRunningScript(pid: number): boolean {
  return pid === process.pid || commandLineOf(pid).includes("scripts/");
}

export function commandLineOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
