import { watchClientAddresses } from "@/lib/auth/client-address";
import { refuseUnsafeRoles } from "@/lib/db/refuse-unsafe-roles";
import { env, requireEnv } from "@/lib/env";
import { countRequests } from "@/lib/events/people-waiting";
import { log } from "@/lib/log";
import { startJobs } from "@/inngest/start-jobs";

/** What the server does beside answering: nothing at all with a set-up that is not safe. */
export async function startServer(): Promise<void> {
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
