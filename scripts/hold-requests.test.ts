import { channel, subscribe } from "node:diagnostics_channel";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { guardRequests } from "@/lib/watching/guard-requests";

const served: string[] = [];
const seen: string[] = [];
const server = createServer(({ url, method }, response) => {
  served.push(`${method} ${url?.slice(0, 20)}`);
  response.end("served");
});
afterAll(() => server.close());

/** Waits until so many are open. */
async function connections(wanted: number): Promise<void> {
  const open = () => promisify(server.getConnections.bind(server))();
  while ((await open()) !== wanted) await pause(10);
}

it("what arrives before the server is ready waits, and is then looked at like anything else", async () => {
  await import("./hold-requests");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const early = [
    fetch(`${base}/early`),
    fetch(`${base}/early?${"x".repeat(4_100)}`),
    fetch(`${base}/post`, { method: "POST", body: "typed" }),
  ];
  const left = new AbortController();
  const gone = fetch(`${base}/gone`, { signal: left.signal }).catch(() => "left");
  await connections(4);
  left.abort();
  expect(await gone).toBe("left");
  await connections(3);
  expect(served).toEqual([]);

  guardRequests({ development: false });
  subscribe("http.server.request.start", (message) => {
    seen.push((message as { request: IncomingMessage }).request.url?.slice(0, 6) ?? "");
  });
  channel("musicnme.ready").publish({});
  expect((await Promise.all(early)).map(({ status }) => status)).toEqual([200, 414, 200]);
  expect(served.sort()).toEqual(["GET /early", "POST /post"]);
  expect(seen.sort()).toEqual(["/early", "/early", "/post"]);
  expect((await fetch(`${base}/late`)).status).toBe(200);
  expect((await fetch(`${base}/late?${"x".repeat(4_100)}`)).status).toBe(414);
  expect(seen).toHaveLength(5);
});
