import { existsSync } from "node:fs";
import { countOne } from "@/scripts/checks/counts";
import type { Step } from "@/scripts/checks/step";
import { runNode } from "@/scripts/children";

const CHECKED_BY_IMPORT_RULES = [
  "app",
  "components",
  "lib",
  "prisma",
  "inngest",
  "e2e",
  "emulators",
  "scripts",
  "bench",
  "proxy.ts",
  "instrumentation.ts",
];

/** What can be said about the code without running it. Each is one check. */
export function staticSteps(): Record<"format" | "lint" | "types" | "imports" | "dead-code", Step> {
  return {
    format: tool("format", ["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]),
    lint: tool("lint", ["eslint/bin/eslint.js", "--max-warnings=0", "."]),
    types: tool("types", ["typescript/bin/tsc", "--noEmit", "-p", "."]),
    imports: tool("import rules", [
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      ...CHECKED_BY_IMPORT_RULES.filter((place) => existsSync(place)),
    ]),
    "dead-code": tool("dead code", ["knip/bin/knip.js"]),
  };
}

function tool(name: string, [program = "", ...args]: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode([`node_modules/${program}`, ...args]);
      return { ...countOne(code), output };
    },
  };
}
