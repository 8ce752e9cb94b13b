import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { brokenSecrets, openSecrets, recall, remember, type Secrets } from "@/scripts/data-folder";
import {
  type Cluster,
  dataFolderOf,
  initialise,
  isInitialised,
  serverNote,
  startServer,
  stopServer,
} from "@/scripts/database/cluster";
import { choosePlace, openFolders } from "@/scripts/database/place";
import type { DatabaseUrls } from "@/scripts/database/urls";
import { createDatabase, superuserUrl, urlsOf } from "@/scripts/database/logins";
import { isServing } from "@/scripts/database/connect";
import { freePort } from "@/scripts/ports";
import { commandLineOf, isRunningScript } from "@/scripts/processes";
import { errorCode } from "@/scripts/trouble";

export type EmbeddedDatabase = {
  urls: DatabaseUrls;
  /** The maintenance database, as superuser. */
  superuserUrl: string;
  /** Ends the server if this process is the one that answers for it. */
  stop: () => Promise<void>;
};

const placeShape = z.object({ home: z.string(), port: z.number(), starter: z.number() });
const PLACE_FILE = "place.json";
const DATABASE = "musicnme";
const ATTEMPTS = 5;

/** The local database of this checkout: made, started or, where it already runs, joined. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const secrets = openSecrets(folder);
  const known = recall(folder, PLACE_FILE, placeShape);
  const home = known && path.resolve(folder, known.home);
  const cluster = home && existsSync(home) ? choosePlace([home]) : chooseHome(folder);
  await initialiseOnce(cluster, secrets);

  const { port, isJoined } = await joinOrStart(cluster, secrets, known?.port);
  const isOthers = isJoined && known !== null && isRunningScript(known.starter);
  if (!isOthers) {
    const place = { home: placeIn(folder, cluster.home), port, starter: process.pid };
    remember(folder, PLACE_FILE, place);
  }
  const stop = async () => {
    const starter = recall(folder, PLACE_FILE, placeShape)?.starter;
    if (starter === process.pid) await stopServer(cluster, "fast");
  };
  const superuser = superuserUrl(secrets, port);
  try {
    await createDatabase(superuser, DATABASE, secrets);
  } catch (error) {
    await stop();
    throw errorCode(error) === "28P01" ? brokenSecrets(folder, "is of another database") : error;
  }
  return { urls: urlsOf(secrets, port, DATABASE), superuserUrl: superuser, stop };
}

/** Without the folder's own path: it may be moved, and a copy must not open the first one's database. */
function placeIn(folder: string, home: string): string {
  const inside = path.relative(folder, home);
  return inside.startsWith("..") ? home : inside;
}

function chooseHome(folder: string): Cluster {
  const homes = [folder, ...openFolders()].map((parent) => path.join(parent, "database"));
  const cluster = choosePlace(homes);
  if (cluster.home !== homes[0]) {
    const why = `its user "postgres" cannot enter ${folder}`;
    process.stderr.write(`The local database is kept in ${cluster.home}, because ${why}.\n`);
  }
  return cluster;
}

/** Everything the local database wrote, wherever that was. For a reset that was asked for. */
export async function removeEmbedded(folder: string): Promise<void> {
  const folders = [folder, ...openFolders()];
  const homes = folders.map((parent) => path.join(parent, "database"));
  for (const home of homes.filter((candidate) => existsSync(candidate))) {
    await stopServer(choosePlace([home]), "immediate");
    rmSync(home, { recursive: true, force: true });
  }
  for (const name of [PLACE_FILE, "secrets.json"]) rmSync(path.join(folder, name), { force: true });
}

export async function initialiseOnce(cluster: Cluster, secrets: Secrets): Promise<void> {
  if (isInitialised(cluster)) return;
  const passwordFile = path.join(cluster.home, "password");
  writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o644 });
  try {
    await initialise(cluster, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

type Serving = { port: number; isJoined: boolean };

/** A server that is just starting, stopping or was killed may need a moment to let go. */
async function joinOrStart(cluster: Cluster, secrets: Secrets, usual?: number): Promise<Serving> {
  for (let attempt = 1; ; attempt++) {
    const running = await findRunning(cluster, secrets);
    if (running !== null) return { port: running, isJoined: true };
    try {
      removeStaleNote(cluster);
      const port = await freePort(usual);
      await startServer(cluster, { port, durable: true });
      return { port, isJoined: false };
    } catch (error) {
      const isHeld = /postmaster\.pid|pre-existing shared memory/.test(String(error));
      if (!isHeld || attempt === ATTEMPTS) throw error;
      await pause(2_000);
    }
  }
}

/** The port of a server that truly is ours and answers, else null. */
async function findRunning(cluster: Cluster, secrets: Secrets): Promise<number | null> {
  const note = serverNote(cluster);
  if (note === null) return null;
  const serving = await isServing(superuserUrl(secrets, note.port), dataFolderOf(cluster));
  return serving ? note.port : null;
}

/** A killed server leaves its id behind: PostgreSQL copes, unless another program has it by now. */
function removeStaleNote(cluster: Cluster): void {
  const note = serverNote(cluster);
  const owner = note === null ? "" : commandLineOf(note.pid);
  if (owner === "" || owner.includes("postgres")) return;
  rmSync(path.join(dataFolderOf(cluster), "postmaster.pid"), { force: true });
}
