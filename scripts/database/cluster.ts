import { spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Identity } from "@/scripts/database/system-user";
import { diskFull, Trouble } from "@/scripts/trouble";

/** One PostgreSQL data folder with the programs that serve it. */
export type Cluster = { home: string; binaries: string; identity: Identity };

type Finished = { code: number; output: string };

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

export function dataFolderOf(cluster: Cluster): string {
  return path.join(cluster.home, "postgres");
}

export function isInitialised(cluster: Cluster): boolean {
  return existsSync(dataFolderOf(cluster));
}

/** Made elsewhere and then renamed: a folder of that name is always a whole one. */
export async function initialise(cluster: Cluster, passwordFile: string): Promise<void> {
  const draft = path.join(cluster.home, "draft");
  rmSync(draft, { recursive: true, force: true });
  const { code, output } = await runTool(cluster, "initdb", [
    `--pgdata=${draft}`,
    "--auth=scram-sha-256",
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=en-AU",
    "--no-sync",
  ]);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw clusterTrouble(cluster, output);
  }
  renameSync(draft, dataFolderOf(cluster));
}

/** The process and port of the server on this folder, as PostgreSQL itself writes them down. */
export function serverNote(cluster: Cluster): { pid: number; port: number } | null {
  const file = path.join(dataFolderOf(cluster), "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const note = { pid: Number(lines[0]), port: Number(lines[3]) };
  return note.pid > 0 && note.port > 0 ? note : null;
}

export type StartOptions = { port: number; durable: boolean; settings?: Record<string, string> };

export async function startServer(cluster: Cluster, options: StartOptions): Promise<void> {
  const settings = {
    ...SETTINGS,
    ...(options.durable ? {} : NOT_DURABLE),
    ...options.settings,
    port: String(options.port),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = path.join(cluster.home, "postgres.log");
  rmSync(log, { force: true });
  const args = ["-D", dataFolderOf(cluster), "-w", "-t", "60", "-l", log, "-o", flags.join(" ")];
  const { code, output } = await runTool(cluster, "pg_ctl", [...args, "start"]);
  if (code === 0) return;
  throw clusterTrouble(cluster, existsSync(log) ? readFileSync(log, "utf8") : output);
}

export async function stopServer(cluster: Cluster, mode: "fast" | "immediate"): Promise<void> {
  const args = ["-D", dataFolderOf(cluster), "-w", "-t", "20", "-m", mode, "stop"];
  await runTool(cluster, "pg_ctl", args);
}

/** What PostgreSQL complained of, as one line with what to do. */
export function clusterTrouble(cluster: Cluster, output: string): Trouble {
  const data = dataFolderOf(cluster);
  if (/No space left on device/i.test(output)) return diskFull();
  if (/has invalid permissions/.test(output)) {
    return new Trouble(
      `PostgreSQL refuses its folder because others may enter it. Close it: chmod 700 ${data}`,
    );
  }
  if (/could not access directory|Permission denied|has wrong ownership/i.test(output)) {
    const owner = cluster.identity?.uid ?? "$USER";
    return new Trouble(
      `The database cannot reach its folder ${data}: it belongs to another user or a folder above ` +
        `it is closed. Start as the user who made it, give it back (chown -R ${owner} ${data}), or ` +
        "move the checkout to an open folder.",
    );
  }
  const lines = output.split("\n").filter((line) => /FATAL|PANIC|error:|not found/i.test(line));
  const line = lines.at(-1) ?? output.trim().split("\n").at(-1) ?? "";
  const reason = line.replace(/^.*?: {2}|^but /, "");
  return new Trouble(
    `The local database in ${data} does not start (${reason.trim()}). Put the folder back from a ` +
      "copy, or begin with an empty one (everything in it is lost): npm run db:reset -- --yes",
  );
}

function runTool(cluster: Cluster, tool: string, args: string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(path.join(cluster.binaries, "bin", tool), args, {
      ...cluster.identity,
      cwd: "/",
      detached: true,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
