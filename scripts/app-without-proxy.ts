import { cpSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildFolder } from "@/scripts/app-build";
import { serveApp } from "@/scripts/app-server";
import { freePort } from "@/scripts/ports";
import { atEnd } from "@/scripts/processes";
import type { ThrowawayApp } from "@/scripts/throwaway-app";

/** Where Next keeps that there is a proxy, and for which addresses. */
const PROXY_FILE = "server/functions-config-manifest.json";

/**
 * A second server on the same build and data, with `proxy.ts` taken out: whatever it refuses is
 * refused by pages, actions and routes alone.
 */
export async function serveWithoutProxy({ env }: ThrowawayApp): Promise<string> {
  const folder = `${buildFolder()}-without-proxy`;
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  rmSync(folder, { recursive: true, force: true });
  const cache = path.join(buildFolder(), "cache");
  cpSync(buildFolder(), folder, { recursive: true, filter: (file) => file !== cache });
  writeFileSync(path.join(folder, PROXY_FILE), JSON.stringify({ version: 1, functions: {} }));
  const { url } = await serveApp(
    "start",
    { port: await freePort(), host: "127.0.0.1" },
    { ...env, NEXT_DIST_DIR: folder, MUSICNME_DATA_DIR: undefined },
  );
  return url;
}
