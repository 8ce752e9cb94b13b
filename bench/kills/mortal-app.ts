import { setTimeout as pause } from "node:timers/promises";
import { serveApp } from "@/scripts/app-server";
import { signalGroup } from "@/scripts/children";
import { openThrowawayApp, type ThrowawayApp } from "@/scripts/throwaway-app";

export type MortalApp = {
  base: string;
  inboxUrl: string;
  /** Superuser in the app's database. */
  databaseUrl: string;
  /** Kills the server and all it started in the middle of its work, and returns when it is gone. */
  kill: () => Promise<void>;
  /** Starts it again at the same address, on the same database; returns when it answers. */
  start: () => Promise<void>;
};

const GONE_LOOK_MS = 20;

/** The production build on a fresh database, to be killed and started again. */
export async function openMortalApp(): Promise<MortalApp> {
  const app = await openThrowawayApp({ durable: true, withDemo: false });
  const { hostname, port } = new URL(app.url);
  let pid = app.pid;
  return {
    base: app.url,
    inboxUrl: app.inboxUrl,
    databaseUrl: superuserUrlOf(app),
    kill: async () => {
      signalGroup(pid, "SIGKILL");
      while (isAlive(pid)) await pause(GONE_LOOK_MS);
    },
    start: async () => {
      const settings = { ...app.env, LOG_LEVEL: "error" };
      pid = (await serveApp("start", { port: Number(port), host: hostname }, settings)).pid;
    },
  };
}

function superuserUrlOf({ database }: ThrowawayApp): string {
  return Object.assign(new URL(database.superuserUrl), {
    pathname: new URL(database.urls.app).pathname,
  }).href;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
