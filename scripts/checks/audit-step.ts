import { spawn } from "node:child_process";
import { z } from "zod";
import { countOne } from "@/scripts/checks/counts";
import type { Step, StepResult } from "@/scripts/checks/step";
import { say } from "@/scripts/command";

const PATIENCE_MS = 20_000;
const NOT_OFFERED =
  "The registry in use has no answer to an audit: known holes are not looked for.";

const reportShape = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.enum(["info", "low", "moderate", "high", "critical"]) }),
  ),
});

/** Holes that are known in the packages, where the registry tells of them; else says that it does not. */
export function auditStep(): Step {
  return {
    name: "known holes in packages",
    run: async () => {
      const result = resultOfAudit(await npmAudit());
      if (result.output === NOT_OFFERED) say(NOT_OFFERED);
      return result;
    },
  };
}

/** What npm printed as JSON: high and critical holes fail; whatever is no report is no answer. */
export function resultOfAudit(printed: string): StepResult {
  const holes = holesIn(printed);
  if (holes === null) return { ...countOne(0), output: NOT_OFFERED };
  const grave = holes.filter(({ severity }) => severity === "high" || severity === "critical");
  const output = grave.map(({ name, severity }) => `${name}: ${severity}`).join("\n");
  return { ...countOne(grave.length), output };
}

function holesIn(printed: string): { name: string; severity: string }[] | null {
  try {
    const { vulnerabilities } = reportShape.parse(JSON.parse(printed));
    return Object.entries(vulnerabilities).map(([name, { severity }]) => ({ name, severity }));
  } catch {
    return null;
  }
}

function npmAudit(): Promise<string> {
  const npm = process.env["npm_execpath"];
  const [program, prefix] = npm ? [process.execPath, [npm]] : ["npm", []];
  const args = ["audit", "--json", "--fetch-retries=0", `--fetch-timeout=${PATIENCE_MS}`];
  const child = spawn(program, [...prefix, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  const giveUp = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((resolve) => {
    for (const event of ["close", "error"]) {
      child.on(event, () => {
        clearTimeout(giveUp);
        resolve(printed);
      });
    }
  });
}
