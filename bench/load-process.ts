import { fork } from "node:child_process";
import path from "node:path";
import { atEnd } from "@/scripts/processes";
import type { Job, JobAnswer, Result } from "./load/jobs";

export type LoadProcess = { run: <J extends Job>(job: J) => Promise<Result<J>> };

/** Starts the load generator beside this process; it ends with it. */
export function startLoadProcess(): LoadProcess {
  const child = fork(path.join(import.meta.dirname, "load.ts"), {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    detached: true,
  });
  atEnd(() => child.disconnect());
  return {
    run: <J extends Job>(job: J) =>
      new Promise<Result<J>>((resolve, reject) => {
        const ended = () => reject(new Error("the load generator ended"));
        child.once("exit", ended);
        child.once("message", (answer: JobAnswer) => {
          child.off("exit", ended);
          if ("failure" in answer) reject(new Error(answer.failure));
          else resolve(answer.result as Result<J>);
        });
        child.send(job);
      }),
  };
}
