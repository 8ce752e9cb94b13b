import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { continuityEnv, keepPreviousStatic, setAsideStatic } from "@/scripts/build-continuity";
import { type Finished, runNode } from "@/scripts/children";
import { say } from "@/scripts/command";
import { envOfServer } from "@/scripts/setup-file";
import { diskFull, Trouble } from "@/scripts/trouble";

const SOURCES = ["app", "components", "lib", "inngest", "public"];
const FILES = ["*.config.mjs", "proxy.ts", "instrumentation*.ts", "package-lock.json", ".env"];
const NOT_IN_BUILD = /\.test\.tsx?$|^lib\/testing\/|^eslint\./;

/** The folder of the production build. */
export function buildFolder(): string {
  return process.env["NEXT_DIST_DIR"] ?? ".next";
}

export function isBuilt(): boolean {
  const mark = markFile();
  return existsSync(mark) && readFileSync(mark, "utf8") === hashOfSources();
}

export async function buildApp(): Promise<Finished> {
  const hash = hashOfSources();
  setAsideStatic(buildFolder());
  const finished = await runNode(["node_modules/next/dist/bin/next", "build"], {
    ...envOfServer(process.env),
    ...continuityEnv(hash),
    NODE_ENV: "production",
  });
  if (finished.code !== 0) return finished;
  keepPreviousStatic(buildFolder());
  writeFileSync(markFile(), hash);
  return finished;
}

/** Builds where the sources changed since the last build. */
export async function requireBuild(): Promise<void> {
  if (isBuilt()) return;
  say("Building the app (about a minute, once per change) ...");
  const { code, output } = await buildApp();
  if (code === 0) return;
  if (/ENOSPC|No space left/.test(output)) throw diskFull();
  process.stderr.write(output);
  throw new Trouble("The build failed: see above.");
}

function markFile(): string {
  return path.join(buildFolder(), "built-from");
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const patterns = [...SOURCES.map((folder) => `${folder}/**/*`), ...FILES];
  for (const file of globSync(patterns).sort()) {
    if (NOT_IN_BUILD.test(file) || !statSync(file).isFile()) continue;
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}
