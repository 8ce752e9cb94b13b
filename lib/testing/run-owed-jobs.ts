import type { OwedJobs } from "@/lib/events/claim-events";
import { relayOnce } from "@/lib/events/relay";
import { jobs } from "@/inngest/jobs";
import { owedBy } from "@/inngest/owed-by";

/** The plainest engine there is: every job at once, one after the other; what fails is put back. */
async function carryOutAll(owed: readonly OwedJobs[]): Promise<void> {
  for (const { event, jobs: names } of owed) {
    const { schoolId, id: eventId, data } = event;
    for (const job of jobs.filter(({ id }) => names.includes(id))) {
      await job.carryOut({ schoolId, eventId, data }, { attempt: 0, most: 5 });
    }
  }
}

/** Relays one batch and does what it owes; tells of trouble, never throws. Returns how many there were. */
export async function relayAndRun(onTrouble: (error: unknown) => void): Promise<number> {
  try {
    return await relayOnce({
      owedBy,
      handOn: carryOutAll,
      onFailure: (_event, error) => onTrouble(error),
      onParked: (_event, reason) => onTrouble(new Error(reason)),
    });
  } catch (error) {
    onTrouble(error);
    return 0;
  }
}
