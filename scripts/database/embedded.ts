import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { openSecrets, recall, remember, type Secrets } from "@/scripts/data-folder";
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
import { isRunningScript } from "@/scripts/processes";

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

/** The local database of this checkout: made, started or, where it already runs, joined. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const secrets = openSecrets(folder);
  const known = recall(folder, PLACE_FILE, placeShape);
  const fallbacks = openFolders().map((open) => path.join(open, "database"));
  const cluster = choosePlace(known ? [known.home] : [path.join(folder, "database"), ...fallbacks]);
  await initialiseOnce(cluster, secrets);

  const running = await findRunning(cluster, secrets);
  const isOthers = running !== null && known !== null && isRunningScript(known.starter);
  const port = running ?? (await freePort(known?.port));
  if (running === null) await startPatiently(cluster, port);
  if (!isOthers) remember(folder, PLACE_FILE, { home: cluster.home, port, starter: process.pid });

  await createDatabase(superuserUrl(secrets, port), DATABASE, secrets);
  return {
    urls: urlsOf(secrets, port, DATABASE),
    superuserUrl: superuserUrl(secrets, port),
    stop: async () => {
      const starter = recall(folder, PLACE_FILE, placeShape)?.starter;
      if (starter === process.pid) await stopServer(cluster, "fast");
    },
  };
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

/** The port of a server that truly is ours and answers, else null. */
async function findRunning(cluster: Cluster, secrets: Secrets): Promise<number | null> {
  const note = serverNote(cluster);
  if (note === null) return null;
  const serving = await isServing(superuserUrl(secrets, note.port), dataFolderOf(cluster));
  return serving ? note.port : null;
}

/** After a kill the old server's helpers may need a moment to let go of the folder. */
async function startPatiently(cluster: Cluster, port: number): Promise<void> {
  try {
    await startServer(cluster, { port, durable: true });
  } catch (error) {
    if (!String(error).includes("pre-existing shared memory")) throw error;
    await pause(2_000);
    await startServer(cluster, { port, durable: true });
  }
}
