import { watchClientAddresses } from "@/lib/auth/client-address";
import { refuseUnsafeRoles } from "@/lib/db/refuse-unsafe-roles";
import { env, requireEnv } from "@/lib/env";
import { countRequests } from "@/lib/events/people-waiting";
import { startRelay } from "@/lib/events/relay";
import { log } from "@/lib/log";
import { runJobs } from "@/inngest/run-jobs";
import { startSweeps } from "@/inngest/start-sweeps";

/** What the server does beside answering: nothing at all with a set-up that is not safe. */
export async function startServer(): Promise<void> {
  requireEnv();
  await refuseUnsafeRoles();
  watchClientAddresses({ trustProxy: env.TRUST_PROXY });
  countRequests();
  startRelay({
    handle: runJobs,
    onFailure: ({ schoolId, id, name, attempts }, error) =>
      log.warn(
        { schoolId, eventId: id, name, attempts, reason: reasonOf(error) },
        "event put back",
      ),
    onTrouble: (error) => log.error({ reason: reasonOf(error) }, "relay could not read the outbox"),
  });
  startSweeps((sweep, error) => log.error({ sweep, reason: reasonOf(error) }, "sweep failed"));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
