import { countVitest, readReport, reportPlace, soundCounts } from "@/scripts/checks/counts";
import type { Step, StepResult } from "@/scripts/checks/step";
import { type Env, runNode } from "@/scripts/children";
import { openThrowaway } from "@/scripts/database/throwaway";
import { atEnd } from "@/scripts/processes";

const TIME_ZONES = ["UTC", "Pacific/Auckland"];

/** The same tests twice: a rule that leans on the machine's time zone fails in one of them. */
export function unitSteps(filters: readonly string[]): Step[] {
  return TIME_ZONES.map((zone) => ({
    name: `unit, ${zone}`,
    run: () => runVitest("unit", filters, { TZ: zone }),
  }));
}

/** Tests against a real PostgreSQL of their own, which is not made to survive a power cut. */
export function integrationStep(filters: readonly string[]): Step {
  return {
    name: "integration",
    run: async () => {
      const database = await openThrowaway({ durable: false });
      atEnd(database.stop);
      try {
        return await runVitest("integration", filters, {
          TZ: "UTC",
          TEST_OWNER_URL: database.urls.owner,
          TEST_APP_URL: database.urls.app,
          TEST_SYSTEM_URL: database.urls.system,
          TEST_SUPERUSER_URL: database.superuserUrl,
        });
      } finally {
        await database.stop();
      }
    },
  };
}

async function runVitest(
  project: string,
  filters: readonly string[],
  env: Env,
): Promise<StepResult> {
  const report = reportPlace();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters];
  const { code, output } = await runNode([...args, ...filters], { NO_COLOR: "1", ...env });
  return { ...soundCounts(countVitest(readReport(report)), code), output };
}
