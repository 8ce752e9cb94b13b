import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { type TestServer, testServerSchema } from "./test-server";

/** One migrated template database for the whole run; every worker clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `mnm_test_${randomBytes(4).toString("hex")}`;
  const keeper = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/database/serve-throwaway.ts", template],
    { cwd: project.config.root, stdio: ["pipe", "pipe", "inherit"] },
  );
  project.provide("testServer", await readServer(keeper));
  return async () => {
    const gone = once(keeper, "exit");
    keeper.stdin.end();
    await gone;
  };
}

async function readServer(keeper: ChildProcess): Promise<TestServer> {
  if (keeper.stdout === null) throw new Error("The database server of the tests says nothing.");
  for await (const line of createInterface({ input: keeper.stdout })) {
    return testServerSchema.parse(JSON.parse(line));
  }
  throw new Error("The database of the tests did not start: see the lines above.");
}
