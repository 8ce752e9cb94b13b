import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useChangedCopy } from "@/lib/testing/database";
import { packagesOfServer } from "@/lib/testing/server-packages";

// A copy of its own: the server that is started here relays what it finds.
await useChangedCopy("SELECT 1");

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

describe("traces", () => {
  it("go to the collector where one is named, with ids and without texts", async () => {
    const packages = await packagesOfServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` });
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
    expect(await packagesOfServer({})).toEqual(["api"]);
    expect(received).toEqual([]);
  });
});
