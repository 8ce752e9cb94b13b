import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const integration = "**/*.integration.test.{ts,tsx}";
const nowhere = ["node_modules/**", ".next/**", ".next-*/**", ".data/**"];

const shared = {
  root,
  resolve: { alias: { "@": root } },
};

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...nowhere, integration],
          setupFiles: ["lib/testing/quiet-console.ts"],
          isolate: false,
          pool: "threads",
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: [integration],
          exclude: nowhere,
          globalSetup: ["lib/testing/integration-global-setup.ts"],
          setupFiles: ["lib/testing/integration-setup.ts", "lib/testing/quiet-console.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
