import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { onPoke, pokeRelay } from "@/lib/events/relay-signal";
import { openLog } from "./open-log";
import { noteMember, onTrail, requestIdNow, trailNow } from "./request-trail";
import { watchRequests } from "./watch-requests";

type Line = Record<string, unknown>;

const ID = "01a20627-76cd-77f0-aadc-5048d026cf54";
let lines: Line[] = [];
const log = openLog("info", { write: (text) => void lines.push(JSON.parse(text) as Line) });

const server = createServer((request, response) => void answer(request, response));
let base = "";

/** An answer that takes a while and knows its member halfway. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const person = /person-(\d)/.exec(request.url ?? "")?.[1];
  await pause(5);
  if (person) noteMember({ schoolId: `school-${person}`, personId: `person-${person}` });
  await pause(5);
  if (request.url?.includes("leave")) return;
  if (request.url?.includes("broken")) response.statusCode = 500;
  log.warn({ err: new Error("ada@lee.example") }, "on the way");
  response.end(JSON.stringify({ id: requestIdNow(), header: request.headers["x-request-id"] }));
}

beforeAll(async () => {
  watchRequests(log);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => (lines = []));

const requests = () => lines.filter(({ msg }) => msg === "request");

async function waitForLines(count: number): Promise<Line[]> {
  for (let tries = 0; tries < 200 && requests().length < count; tries += 1) await pause(5);
  return requests();
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(base + path, { headers });
  const body = (await response.json()) as { id: string; header: string };
  return { id: response.headers.get("x-request-id"), body };
}

describe("a request", () => {
  it("leaves one line: what, how long, and whose, by ids alone", async () => {
    const { id } = await ask(`/wombat/person-1/${ID}?email=ada@lee.example`);
    const [line, ...others] = await waitForLines(1);
    expect(others).toEqual([]);
    const { time, ms, level, ...rest } = line ?? {};
    expect([typeof time, typeof ms, level]).toEqual(["number", "number", 30]);
    expect(rest).toEqual({
      method: "GET",
      route: "/wombat/person-1/:id",
      status: 200,
      requestId: id,
      schoolId: "school-1",
      personId: "person-1",
      msg: "request",
    });
  });

  it("has one id: in the answer, in every line on the way, and wherever it is asked for", async () => {
    const { id, body } = await ask("/");
    expect(body).toEqual({ id, header: id });
    await waitForLines(1);
    expect(lines.map(({ requestId }) => requestId)).toEqual([id, id]);
  });

  it("keeps the id that it came with, unless that has a strange form", async () => {
    expect((await ask("/", { "x-request-id": "load-balancer-42" })).id).toBe("load-balancer-42");
    for (const strange of ["short", "ada@lee.example", "two words here", "x".repeat(101)]) {
      expect((await ask("/", { "x-request-id": strange })).id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("is never taken for another, on one connection or side by side", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 2 });
    const people = Array.from({ length: 40 }, (_, n) => n % 10);
    await Promise.all(
      people.map(
        (n) =>
          new Promise((resolve) =>
            get(`${base}/person-${n}`, { agent }, (reply) => reply.resume().on("end", resolve)),
          ),
      ),
    );
    agent.destroy();
    const seen = await waitForLines(40);
    expect(new Set(seen.map(({ requestId }) => requestId)).size).toBe(40);
    for (const { route, personId } of seen) expect(route).toBe(`/${String(personId)}`);
  });

  it("that fails, or is left by its caller, says so", async () => {
    await ask("/broken");
    const leaving = new AbortController();
    const left = fetch(`${base}/leave`, { signal: leaving.signal }).catch(() => "left");
    await pause(50);
    leaving.abort();
    expect(await left).toBe("left");
    const seen = await waitForLines(2);
    expect(seen.map(({ status }) => status)).toEqual([500, 499]);
  });

  it("for a file of the build is not worth a line", async () => {
    await ask("/_next/static/chunks/main.js");
    await ask("/");
    expect((await waitForLines(1)).map(({ route }) => route)).toEqual(["/"]);
  });

  it("does not lend its name to the relay that it wakes: that works for everybody", () => {
    let seen: unknown = "nothing";
    onPoke(() => (seen = trailNow()));
    onTrail({ requestId: "a-request" }, () => {
      expect(trailNow()).toEqual({ requestId: "a-request" });
      pokeRelay();
    });
    onPoke(() => undefined);
    expect(seen).toBeUndefined();
  });
});

describe("a line of the log", () => {
  it("never holds the text of an error, however it is handed over", () => {
    const error = Object.assign(new Error("ada@lee.example"), { detail: "ada@lee.example" });
    log.error(error);
    log.error({ err: error });
    log.error({ err: error }, "known");
    log.error({ reason: error, err: "ada@lee.example" }, "under another name");
    expect(lines.map(({ msg }) => msg)).toEqual([
      "see err",
      "see err",
      "known",
      "under another name",
    ]);
    expect(JSON.stringify(lines)).not.toContain("ada@");
    expect(lines[0]).toMatchObject({ err: { type: "Error" } });
  });
});
