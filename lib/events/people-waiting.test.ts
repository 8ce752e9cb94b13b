import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countRequests, letPeopleGoFirst } from "./people-waiting";

const open: ServerResponse[] = [];
const server = createServer((_request, response) => void open.push(response));

beforeAll(async () => {
  countRequests();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

/** Begins requests that nobody answers yet. */
async function ask(count: number): Promise<Promise<unknown>[]> {
  const { port } = server.address() as AddressInfo;
  const asked = Array.from({ length: count }, () => fetch(`http://127.0.0.1:${port}/`));
  while (open.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  return asked;
}

async function answerAll(asked: Promise<unknown>[]): Promise<void> {
  for (const response of open.splice(0)) response.end();
  await Promise.all(asked);
}

async function waited(mostMs: number): Promise<number> {
  const startedAt = performance.now();
  await letPeopleGoFirst(mostMs);
  return performance.now() - startedAt;
}

it("does not wait while three people or fewer do", async () => {
  const asked = await ask(3);
  expect(await waited(5_000)).toBeLessThan(1_000);
  await answerAll(asked);
});

it("waits while more people do, and goes on when they are answered", async () => {
  const asked = await ask(4);
  const waiting = waited(20_000);
  const aWhile = new Promise((resolve) => setTimeout(resolve, 200, "still waiting"));
  expect(await Promise.race([waiting, aWhile])).toBe("still waiting");
  await answerAll(asked);
  expect(await waiting).toBeLessThan(15_000);
});

it("waits no longer than it is told: nothing is put off for ever", async () => {
  const asked = await ask(4);
  expect(await waited(200)).toBeGreaterThanOrEqual(195);
  await answerAll(asked);
});

it("counts somebody who leaves without an answer no more", async () => {
  const leaving = new AbortController();
  const { port } = server.address() as AddressInfo;
  const gone = Array.from({ length: 4 }, () =>
    fetch(`http://127.0.0.1:${port}/`, { signal: leaving.signal }).catch(() => "left"),
  );
  while (open.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
  leaving.abort();
  expect(await Promise.all(gone)).toEqual(["left", "left", "left", "left"]);
  expect(await waited(20_000)).toBeLessThan(15_000);
  open.splice(0);
});
