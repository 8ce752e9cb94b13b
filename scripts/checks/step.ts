import { say } from "@/scripts/command";
import type { Counts } from "@/scripts/checks/counts";
import { describeFailure } from "@/scripts/trouble";

export type StepResult = Counts & { output: string };
export type Step = { name: string; run: () => Promise<StepResult> };
export type Outcome = Counts & { name: string; seconds: number };

/** Runs one step to its end, whatever happens, and prints it under its heading. */
export async function runStep({ name, run }: Step): Promise<Outcome> {
  const startedAt = performance.now();
  say(`... ${name}`);
  const result = await run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: describeFailure(error),
  }));
  const seconds = (performance.now() - startedAt) / 1_000;
  const { passed, failed, output } = result;
  say(`\n== ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  if (failed > 0) say(output.trim());
  return { name, passed, failed, seconds };
}

export async function runInTurn(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step));
  return outcomes;
}

/** The table of all steps, and as the very last line the sum. */
export function reportAll(outcomes: readonly Outcome[]): void {
  say("\n== all checks");
  for (const { name, passed, failed, seconds } of outcomes) {
    const mark = failed > 0 ? "FAILED" : "ok";
    say(
      `${mark.padEnd(7)}${name.padEnd(28)}${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`,
    );
  }
  const passed = sum(outcomes.map((outcome) => outcome.passed));
  const failed = sum(outcomes.map((outcome) => outcome.failed));
  if (failed > 0) process.exitCode = 1;
  say(`\n${passed} passed, ${failed} failed`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
