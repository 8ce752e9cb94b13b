import { auditStep } from "@/scripts/checks/audit-step";
import { browserStep, buildStep } from "@/scripts/checks/browser-step";
import { staticSteps } from "@/scripts/checks/static-steps";
import { type Outcome, reportAll, runInTurn, runStep, type Step } from "@/scripts/checks/step";
import { integrationStep, unitSteps } from "@/scripts/checks/vitest-steps";
import { runCommand } from "@/scripts/command";
import { Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  const [flag, name = "", ...filters] = process.argv.slice(2);
  if (flag === undefined) return reportAll(await runEverything());
  if (flag !== "--only") throw new Trouble(`"${flag}" is unknown. Say: npm test -- --only unit`);
  reportAll(await runInTurn(stepsNamed(name, filters)));
});

/** Two at a time where neither measures time, alone where timing matters (races, browser). */
async function runEverything(): Promise<Outcome[]> {
  const [statics, build] = await Promise.all([
    runInTurn([...Object.values(staticSteps()), auditStep()]),
    runStep(buildStep()),
  ]);
  const units = await runInTurn(unitSteps([]));
  const integration = await runStep(integrationStep([]));
  const browser = await runStep(browserStep([]));
  return [...statics, build, ...units, integration, browser];
}

function stepsNamed(name: string, filters: readonly string[]): Step[] {
  const steps: Record<string, Step[]> = {
    ...Object.fromEntries(Object.entries(staticSteps()).map(([key, step]) => [key, [step]])),
    audit: [auditStep()],
    unit: unitSteps(filters),
    integration: [integrationStep(filters)],
    browser: [buildStep(), browserStep(filters)],
    press: [buildStep(), browserStep(["--project=press", ...filters])],
  };
  const chosen = steps[name];
  if (chosen) return chosen;
  throw new Trouble(`"${name}" is no step. These are: ${Object.keys(steps).join(", ")}.`);
}
