import { systemContext } from "@/lib/auth/system-context";
import type { OutboxEnvelope } from "@/lib/events/claim-events";
import { jobs } from "./jobs";

/** Runs every job that an event owes, in the event's school; throws when one is to be tried again. */
export async function runJobs(event: OutboxEnvelope): Promise<void> {
  const owed = jobs.filter((job) => job.eventName === event.name);
  if (owed.length === 0) return;
  const ctx = await systemContext(event.schoolId);
  for (const job of owed) await job.run(ctx, { id: event.id, data: event.data });
}
