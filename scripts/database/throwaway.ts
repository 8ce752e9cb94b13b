import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newSecrets } from "@/scripts/data-folder";
import { dataFolderOf, startServer, stopServer } from "@/scripts/database/cluster";
import { type EmbeddedDatabase, initialiseOnce } from "@/scripts/database/embedded";
import { createDatabase, superuserUrl, urlsOf } from "@/scripts/database/logins";
import { choosePlace } from "@/scripts/database/place";
import { chooseIdentity, foreignOwner } from "@/scripts/database/system-user";
import { freePort } from "@/scripts/ports";
import { isRunningScript } from "@/scripts/processes";

export type ThrowawayOptions = {
  /** False (for tests) gives up safety on a crash for speed. */
  durable: boolean;
  settings?: Record<string, string>;
};

const PREFIX = "musicnme-throwaway-";
const DATABASE = "musicnme";

/** A fresh server in a temporary folder, gone without a trace after `stop`. */
export async function openThrowaway(options: ThrowawayOptions): Promise<EmbeddedDatabase> {
  const parents = [tmpdir(), "/var/tmp"];
  await removeAbandoned(parents);
  const name = `${PREFIX}${process.pid}-${Date.now().toString(36)}`;
  const cluster = choosePlace(parents.map((parent) => path.join(parent, name)));
  const secrets = newSecrets();
  await initialiseOnce(cluster, secrets);
  const port = await freePort();
  await startServer(cluster, { port, ...options });
  await createDatabase(superuserUrl(secrets, port), DATABASE, secrets);
  return {
    urls: urlsOf(secrets, port, DATABASE),
    superuserUrl: superuserUrl(secrets, port),
    stop: async () => {
      await stopServer(cluster, "immediate");
      rmSync(path.dirname(dataFolderOf(cluster)), { recursive: true, force: true });
    },
  };
}

/** What a killed run left behind. */
async function removeAbandoned(parents: readonly string[]): Promise<void> {
  for (const parent of parents) {
    mkdirSync(parent, { recursive: true });
    for (const name of readdirSync(parent).filter((each) => each.startsWith(PREFIX))) {
      const pid = Number(name.slice(PREFIX.length).split("-")[0]);
      const isForeign = foreignOwner(path.join(parent, name), chooseIdentity()) !== null;
      if (isForeign || isRunningScript(pid)) continue;
      const cluster = choosePlace([path.join(parent, name)]);
      await stopServer(cluster, "immediate");
      rmSync(cluster.home, { recursive: true, force: true });
    }
  }
}
