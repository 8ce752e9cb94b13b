import { refuseUnsafeRoles } from "@/lib/db/refuse-unsafe-roles";
import { requireEnv } from "@/lib/env";
import { startRelay } from "@/lib/events/relay";
import { log } from "@/lib/log";
import { runJobs } from "@/inngest/run-jobs";

/** What the server does beside answering: nothing at all with a set-up that is not safe. */
export async function startServer(): Promise<void> {
  requireEnv();
  await refuseUnsafeRoles();
  startRelay({
    handle: runJobs,
    onFailure: ({ schoolId, id, name, attempts }, error) =>
      log.warn(
        { schoolId, eventId: id, name, attempts, reason: reasonOf(error) },
        "event put back",
      ),
    onTrouble: (error) => log.error({ reason: reasonOf(error) }, "relay could not read the outbox"),
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
