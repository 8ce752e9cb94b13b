import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testUrls, useChangedCopy } from "@/lib/testing/database";

// A copy of its own: the server that is started here relays what it finds.
await useChangedCopy("SELECT 1");

/** Starts what the server does beside answering, works a little and is told to end. */
const SERVER = `
  import { registerHooks } from "node:module";
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /node_modules\\/@opentelemetry\\/([\\w-]+)/.exec(url) ?? [];
      if (name) packages.add(name);
      return next(url, context);
    },
  });
  const { startServer } = await import("./instrumentation-node.ts");
  const { withSpan } = await import("./lib/watching/with-span.ts");
  const { enterTrail } = await import("./lib/watching/request-trail.ts");
  await startServer();
  enterTrail({ requestId: "the-request-4711" });
  await withSpan("a job", { schoolId: "the-school" }, async () => {
    await withSpan("a call", {}, async () => { throw new TypeError("ada@lee.example"); }).catch(() => 0);
  });
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => {
    console.log(JSON.stringify([...packages].sort()));
    process.exit(0);
  }, 1_500);`;

type Received = { path: string; body: string };
const received: Received[] = [];
const collector = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push({ path: request.url ?? "", body: Buffer.concat(chunks).toString("latin1") });
    response.writeHead(200).end();
  });
});
let endpoint = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(() => collector.close());

/** The tracing packages that such a server has loaded by its end. */
async function packagesOf(settings: Record<string, string>): Promise<string[]> {
  const { app, system, jobs } = testUrls();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", SERVER],
    {
      env: {
        ...process.env,
        DATABASE_URL: app,
        DATABASE_SYSTEM_URL: system,
        DATABASE_JOBS_URL: jobs,
        NODE_OPTIONS: "",
        ...settings,
      },
    },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as string[];
}

describe("traces", () => {
  it("go to the collector where one is named, with ids and without texts", async () => {
    const packages = await packagesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` });
    expect(packages).toContain("sdk-trace");
    expect(received.map(({ path }) => path)).toContain("/v1/traces");
    const text = received.map(({ body }) => body).join();
    for (const word of ["a job", "a call", "the-request-4711", "the-school", "TypeError"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain("ada@lee.example");
  });

  it("cost nothing where none is named: not even the packages are loaded", async () => {
    received.length = 0;
    expect(await packagesOf({})).toEqual(["api"]);
    expect(received).toEqual([]);
  });
});
