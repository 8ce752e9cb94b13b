import { existsSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { z } from "zod";
import { type Env, signalGroup, startNode } from "@/scripts/children";
import { recall, remember } from "@/scripts/data-folder";
import { commandLineOf, isEnding, isRunningScript } from "@/scripts/processes";
import { envOfServer } from "@/scripts/setup-file";
import { Trouble } from "@/scripts/trouble";

export type Address = { port: number; host: string };
export type Mode = "start" | "dev";

const RUN_FILE = "run.json";
const runShape = z.object({ starter: z.number(), app: z.number() });
const READY_WITHIN_MS = 60_000;
/** V8 lets its heap grow while the machine has memory; this is more than twice what lives in it. */
const HEAP_LIMIT = "--max-old-space-size=400";

/** A server of ours whose starter was killed would hold the port for ever. */
export async function endLeftover(folder: string): Promise<void> {
  const run = recall(folder, RUN_FILE, runShape);
  if (run === null || isRunningScript(run.starter)) return;
  if (commandLineOf(run.app).includes("next")) {
    signalGroup(run.app, "SIGKILL");
    await pause(300);
  }
  rmSync(path.join(folder, RUN_FILE));
}

export type RunningApp = { url: string; pid: number; ended: Promise<number> };

/** Serves the app and returns once it answers. */
export async function serveApp(mode: Mode, address: Address, env: Env): Promise<RunningApp> {
  const { port } = address;
  const settings = {
    ...envOfServer({ ...process.env, ...env }),
    PORT: String(port),
    NODE_ENV: mode === "start" ? "production" : "development",
    ...(mode === "start" && { NODE_OPTIONS: `${HEAP_LIMIT} ${process.env["NODE_OPTIONS"] ?? ""}` }),
  };
  const child = startNode(argsOfServer(mode, address), settings, "inherit");
  const ended = new Promise<number>((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  const folder = env["MUSICNME_DATA_DIR"];
  if (folder && child.pid && existsSync(folder)) {
    remember(folder, RUN_FILE, { starter: process.pid, app: child.pid });
  }
  const url = urlOf(address);
  const starting = new AbortController();
  try {
    await Promise.race([answers(url, starting.signal), ended.then(refuseEarlyEnd)]);
  } finally {
    starting.abort();
  }
  return { url, pid: child.pid ?? 0, ended };
}

/** How Next is started, under this project's Node. */
export function argsOfServer(mode: Mode, { port, host }: Address): string[] {
  const next = ["node_modules/next/dist/bin/next", mode, "-p", String(port), "-H", host];
  return mode === "start" ? ["--import", "./scripts/hold-requests.ts", ...next] : next;
}

/** Where this machine finds the app: one that listens on all addresses listens on this one too. */
export function urlOf({ port, host }: Address): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function answers(url: string, given: AbortSignal): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && !given.aborted) {
    try {
      await fetch(`${url}/`, { redirect: "manual", signal: given });
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Trouble("The app did not answer within a minute: see its output above.");
}

function refuseEarlyEnd(): never {
  throw new Trouble(isEnding() ? "Stopped." : "The app stopped while starting: see above.");
}
