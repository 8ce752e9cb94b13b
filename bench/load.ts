import { type Job, type JobAnswer, runJob } from "./load/jobs";

/** The load generator: a process of its own, one job at a time, orders and results by message. */
process.on("message", (job: Job) => {
  void runJob(job)
    .then((result): JobAnswer => ({ result }))
    .catch((error: unknown): JobAnswer => ({ failure: String(error) }))
    .then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit(0));
