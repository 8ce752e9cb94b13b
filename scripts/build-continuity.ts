import { randomBytes } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Env } from "@/scripts/children";
import { dataFolder, recall, remember } from "@/scripts/data-folder";

/** What a tab that was open before an update needs, so that its forms and links go on working. */

const KEY_FILE = "actions.json";
const keyShape = z.object({ key: z.string() });
const OWN_FILES = "static-files.json";
const filesShape = z.array(z.string());
/** Next's `deploymentId` takes letters, digits and hyphens. */
const ID_LENGTH = 16;

/**
 * Stable ids of server actions (Next salts them with this key; without one it makes another for each
 * build), and a name for this build. Several machines that serve one site need the same key.
 */
export function continuityEnv(hash: string): Env {
  const given = process.env["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"];
  return {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given || keptKey(),
    DEPLOYMENT_ID: hash.slice(0, ID_LENGTH),
  };
}

function keptKey(): string {
  const folder = dataFolder();
  const kept = recall(folder, KEY_FILE, keyShape);
  if (kept !== null) return kept.key;
  const key = randomBytes(32).toString("base64");
  remember(folder, KEY_FILE, { key });
  return key;
}

/** Keeps the scripts and styles of the build that is about to be replaced; open tabs still ask for them. */
export function setAsideStatic(build: string): void {
  const own = ownFiles(build);
  if (own.length === 0) return;
  const aside = asideOf(build);
  rmSync(aside, { recursive: true, force: true });
  for (const file of own) cpSync(path.join(build, "static", file), path.join(aside, file));
}

/** Puts them beside the new ones: their names carry what is in them, so none is in another's way. */
export function keepPreviousStatic(build: string): void {
  const folder = path.join(build, "static");
  const own = filesIn(folder);
  writeFileSync(path.join(build, OWN_FILES), JSON.stringify(own));
  const aside = asideOf(build);
  if (existsSync(aside)) cpSync(aside, folder, { recursive: true, force: false });
}

/** Those of this build alone, so that only one build back is kept; none of a build that was not finished. */
function ownFiles(build: string): string[] {
  const list = path.join(build, OWN_FILES);
  if (!existsSync(list)) return [];
  const files = filesShape.parse(JSON.parse(readFileSync(list, "utf8")));
  return files.filter((file) => existsSync(path.join(build, "static", file)));
}

function filesIn(folder: string): string[] {
  const all = globSync("**/*", { cwd: folder, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function asideOf(build: string): string {
  return `${build}-previous-static`;
}
