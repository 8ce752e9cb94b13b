import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd } from "@/scripts/processes";
import { diskFull, Trouble } from "@/scripts/trouble";

export type Env = Record<string, string | undefined>;
export type Finished = { code: number; output: string; seconds: number };

const GRACE_MS = 8_000;

/**
 * Starts a program of this project under its Node, in a process group of its own: a Ctrl-C in the
 * terminal reaches only us, and we end it (with all it started) when its turn comes.
 */
export function startNode(args: string[], env: Env, stdio: "inherit" | "pipe"): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", stdio, stdio],
    detached: true,
  });
  atEnd(() => endGroup(child));
  return child;
}

/** Runs a program to its end and keeps what it printed. */
export async function runNode(args: string[], env: Env = {}): Promise<Finished> {
  const startedAt = performance.now();
  const child = startNode(args, env, "pipe");
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(1);
    });
    child.on("close", (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, output, seconds: (performance.now() - startedAt) / 1_000 };
}

/** As `runNode`, where a failure ends the command with what was printed. */
export async function runNodeOrFail(what: string, args: string[], env: Env = {}): Promise<void> {
  const { code, output } = await runNode(args, env);
  if (code === 0) return;
  if (/ENOSPC|No space left on device/.test(output)) throw diskFull();
  process.stderr.write(output);
  throw new Trouble(`${what} failed: see above.`);
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  signalGroup(child.pid, "SIGTERM");
  await Promise.race([gone, pause(GRACE_MS, undefined, { ref: false })]);
  signalGroup(child.pid, "SIGKILL");
}

/** Signals a group that this project started; nothing happens when it is gone already. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    return;
  }
}
