import { openThrowawayApp } from "@/scripts/throwaway-app";
import { fillDatabase, type FillOptions } from "./fill";
import type { LoadProcess } from "./load-process";
import type { Stage } from "./stage";

/** The production build on a fresh database of its own, filled; ends with this process. */
export async function openStage(load: LoadProcess, options: FillOptions): Promise<Stage> {
  const { url, pid, database, env } = await openThrowawayApp({
    durable: true,
    withDemo: false,
    settings: { shared_preload_libraries: "pg_stat_statements" },
  });
  const inApp = new URL(database.superuserUrl);
  inApp.pathname = new URL(database.urls.app).pathname;
  await fillDatabase(inApp.href, options);
  return {
    base: url,
    serverPid: pid,
    databaseUrl: inApp.href,
    appUrl: database.urls.app,
    settings: env,
    load,
  };
}
