import { channel } from "node:diagnostics_channel";
import { watchClientAddresses } from "@/lib/auth/client-address";
import { refuseUnsafeRoles } from "@/lib/db/refuse-unsafe-roles";
import { env, refuseStrangeLogins, requireEnv } from "@/lib/env";
import { countRequests } from "@/lib/events/people-waiting";
import { log } from "@/lib/log";
import { systemNow } from "@/lib/time/instant";
import { compareClockRules } from "@/lib/watching/compare-clock-rules";
import { guardRequests } from "@/lib/watching/guard-requests";
import { whenStopping } from "@/lib/watching/stopping";
import { takeOverConsole } from "@/lib/watching/take-over-console";
import { watchRequests } from "@/lib/watching/watch-requests";
import { startJobs } from "@/inngest/start-jobs";

/** What the server does beside answering. With a set-up that is not safe it ends: Next would go on. */
export async function startServer(): Promise<void> {
  try {
    await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    process.stderr.write(`The app does not start: ${reason}\n`);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  refuseStrangeLogins();
  requireEnv();
  await refuseUnsafeRoles();
  if (env.NODE_ENV === "production") takeOverConsole(log);
  const endTracing = await startTracing();
  guardRequests({ development: env.NODE_ENV === "development" });
  watchRequests(log);
  watchClientAddresses({ trustProxy: env.TRUST_PROXY });
  countRequests();
  // Next listens already: `scripts/hold-requests.ts` lets in what has come so far.
  channel("musicnme.ready").publish({});
  void compareClockRules(systemNow());
  const running = await startJobs();
  whenStopping(() => void Promise.all([running.stop, endTracing].map(letGo)));
}

/** Nothing of the tracing packages is loaded where nobody collects traces. */
async function startTracing(): Promise<() => Promise<void>> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return async () => undefined;
  const { exportTraces } = await import("@/lib/watching/export-traces");
  return exportTraces(endpoint);
}

/** Lets go of what is being done before the process ends; what is not done is owed and found again. */
async function letGo(stop: () => Promise<void>): Promise<void> {
  await stop().catch((error: unknown) => log.error({ err: error }, "something did not stop"));
}
