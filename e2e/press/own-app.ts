import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { escapeIdentifier } from "pg";
import { useDatabase } from "@/lib/testing/database";
import { argsOfServer } from "@/scripts/app-server";
import { type Env, signalGroup, startNode } from "@/scripts/children";
import { withClient } from "@/scripts/database/connect";
import { freePort } from "@/scripts/ports";
import { envOfServer } from "@/scripts/setup-file";
import { pristineOf } from "@/scripts/throwaway-app";
import { beginRemembering } from "./put-back";

export type OwnApp = {
  url: string;
  /** Shows nothing. Of the same site as the app: a browser goes there and back in one process. */
  emptyPage: string;
  /** What the server has logged as an error since this was asked last. */
  takeErrors: () => string[];
  end: () => void;
};

/**
 * The app once more, on a copy of the demo schools that belongs to this worker alone. Its jobs are
 * handed to an engine that takes them and runs none: nothing changes but by a press.
 */
export async function startOwnApp(worker: number): Promise<OwnApp> {
  const given = appEnv();
  const database = await cloneDemo(`press_${worker}`);
  const engine = await startIdleEngine();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = argsOfServer("start", { port, host: "127.0.0.1" });
  const settings = {
    ...envOfServer({ ...process.env, ...inDatabase(given, database) }),
    ...{ NODE_ENV: "production", NODE_OPTIONS: "", FORCE_COLOR: undefined },
    ...{ PORT: String(port), APP_URL: url, NEXTAUTH_URL: url, LOG_LEVEL: "warn" },
    ...{ INNGEST_EVENT_KEY: "idle", INNGEST_SIGNING_KEY: `signkey-prod-${"0".repeat(64)}` },
    INNGEST_BASE_URL: engine.url,
  };
  const child = startNode(args, settings, "pipe");
  const end = () => {
    if (child.pid !== undefined) signalGroup(child.pid, "SIGKILL");
    engine.stop();
  };
  process.once("exit", end);
  const errors: string[] = [];
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      errors.push(...errorsIn(chunk.toString()));
    });
  }
  await Promise.race([
    answers(url),
    once(child, "exit").then(() => Promise.reject(new Error(`The app ended: ${output}`))),
  ]);
  // What the app's own code reads in this process: links that it signs, rows that it makes.
  Object.assign(process.env, inDatabase(given, database), { APP_URL: url });
  return { url, emptyPage: engine.url, takeErrors: () => errors.splice(0), end };
}

function appEnv(): Env {
  const text = process.env.E2E_APP_ENV;
  if (text === undefined) throw new Error("E2E_APP_ENV holds the settings of the app.");
  return JSON.parse(text) as Env;
}

/** The settings with each address of a database pointing at this one. */
function inDatabase(settings: Env, database: string): Env {
  const isAddress = (name: string) => /^DATABASE_\w*URL$/.test(name);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value !== undefined && isAddress(name) ? within(value, database) : value,
    ]),
  );
}

function within(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** A copy of the demo schools as they were made, which remembers what is changed. */
async function cloneDemo(database: string): Promise<string> {
  const original = process.env.E2E_SUPERUSER_URL;
  if (original === undefined) throw new Error("E2E_SUPERUSER_URL names the app's database.");
  const pristine = pristineOf(new URL(original).pathname.slice(1));
  const name = escapeIdentifier(database);
  await withClient(within(original, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${escapeIdentifier(pristine)}`);
  });
  const own = within(original, database);
  useDatabase({ superuser: own, owner: own, app: own, system: own, jobs: own });
  await beginRemembering();
  return database;
}

/** Says to every event that it was taken, and shows an empty page. */
async function startIdleEngine(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      response.writeHead(200, { "content-type": "text/html" });
      return void response.end('<!doctype html><link rel="icon" href="data:," />');
    }
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const sent = JSON.parse(text || "[]") as { id?: string } | { id?: string }[];
      const ids = [sent].flat().map(({ id }, index) => id ?? String(index));
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ids, status: 200 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

/** Lines of the log from "error" on, and whatever is no line of the log, such as a stack. */
function errorsIn(text: string): string[] {
  return text.split("\n").filter((line) => /"level":(?:50|60)\b|^\s*(?:\w*Error:|⨯)/.test(line));
}

async function answers(url: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
