import { type Visited, visitAll, type VisitsJob } from "./family-visit";
import { pump, type Pumped, type PumpJob } from "./pump";
import { type Floor, type FloorJob, measureFloor } from "./sql-floor";

export type Job = PumpJob | VisitsJob | FloorJob;

export type Result<J extends Job> = J extends PumpJob
  ? Pumped
  : J extends VisitsJob
    ? Visited[]
    : Floor;

export type JobAnswer = { result: unknown } | { failure: string };

export async function runJob(job: Job): Promise<unknown> {
  switch (job.kind) {
    case "pump":
      return pump(job);
    case "visits":
      return visitAll(job);
    case "floor":
      return measureFloor(job);
  }
}
