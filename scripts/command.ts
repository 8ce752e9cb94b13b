import { endAll, endOnSignal, isEnding } from "@/scripts/processes";
import { describeFailure } from "@/scripts/trouble";

/** Runs a command; on any end everything it started is ended first. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  endOnSignal(130);
  try {
    await command();
    await endAll();
  } catch (error) {
    if (isEnding()) return;
    await endAll();
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
