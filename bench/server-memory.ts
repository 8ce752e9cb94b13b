import { execFileSync } from "node:child_process";

const EVERY_MS = 250;

/** Watches the resident memory of a server and all it started; `stop` returns the most, in MB. */
export function watchMemory(leader: number): { stop: () => number } {
  let most = residentMb(leader);
  const timer = setInterval(() => (most = Math.max(most, residentMb(leader))), EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** The server leads a process group of its own. */
function residentMb(leader: number): number {
  const lines = execFileSync("ps", ["-A", "-o", "pgid=,rss="], { encoding: "utf8" }).split("\n");
  const own = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return own.reduce((sum, [group, kb]) => sum + (group === leader ? (kb ?? 0) : 0), 0) / 1_024;
}
