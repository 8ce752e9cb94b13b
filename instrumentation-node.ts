import { watchClientAddresses } from "@/lib/auth/client-address";
import { refuseUnsafeRoles } from "@/lib/db/refuse-unsafe-roles";
import { env, requireEnv } from "@/lib/env";
import { countRequests } from "@/lib/events/people-waiting";
import { log } from "@/lib/log";
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
  requireEnv();
  await refuseUnsafeRoles();
  watchClientAddresses({ trustProxy: env.TRUST_PROXY });
  countRequests();
  const running = await startJobs();
  stopWithServer(running.stop);
}

/** Lets go of what is being done before the process ends; what is not done is owed and found again. */
function stopWithServer(stop: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stop().catch((error: unknown) => log.error({ err: error }, "jobs did not stop"));
    });
  }
}
