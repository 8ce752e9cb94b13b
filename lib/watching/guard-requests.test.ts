import { connect, type Socket } from "node:net";
import {
  createServer,
  type IncomingMessage,
  request as askBy,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guardRequests } from "./guard-requests";

const MB = 1024 * 1024;
let heard: string[] = [];
/** What a reader that is never asked to stop would hold in memory. */
let kept = 0;

const server = createServer((request, response) => void answer(request, response));
let port = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push(request.url ?? "");
  if (request.url === "/unread") return void response.end("answered, not read");
  if (request.url === "/given-up") return giveUp(request, response);
  try {
    for await (const chunk of request) kept += (chunk as Buffer).length;
    response.end("read");
  } catch {
    heard.push("left alone");
  }
}

/** As a route does that reads no more than it takes. */
async function giveUp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  for await (const chunk of Readable.toWeb(request)) {
    kept += (chunk as Buffer).length;
    break;
  }
  response.writeHead(413).end();
}

beforeAll(async () => {
  guardRequests({ development: false });
  guardRequests({ development: false });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  heard = [];
  kept = 0;
});

type Told = { method?: string; headers?: Record<string, string>; body?: string };

async function statusOf(path: string, { method = "GET", headers = {}, body }: Told = {}) {
  return new Promise<number>((resolve, reject) => {
    const asked = askBy({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject).end(body);
  });
}

/** Sends chunks until the server ends it; what was sent until then, in bytes. */
async function sendForEver(head: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  let sent = 0;
  let isOpen = true;
  socket
    .on("error", () => (isOpen = false))
    .on("close", () => (isOpen = false))
    .resume();
  socket.write(`${head} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
  while (isOpen && sent < 100 * MB) {
    if (socket.write(chunk)) sent += chunk.length;
    await pause(1);
  }
  socket.destroy();
  return sent;
}

/** Sends the head of a request and so much of its body that more must come, then nothing. */
async function beginBody(bytes: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined).resume();
  const head = `POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes + 1}\r\n\r\n`;
  await new Promise((resolve) => socket.write(head + "x".repeat(bytes), resolve));
  return socket;
}

/** Announces a body, sends it in pieces however the server answers, and tells what was read meanwhile. */
async function sendInPieces(bytes: number): Promise<{ text: string; isCutOff: boolean }> {
  const socket = connect(port, "127.0.0.1");
  const read = { text: "", isCutOff: false };
  socket.on("data", (data: Buffer) => (read.text += data.toString()));
  for (const what of ["error", "end", "close"]) socket.on(what, () => (read.isCutOff = true));
  socket.write(`POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes}\r\n\r\n`);
  for (let piece = 0; piece < 10; piece += 1) {
    socket.write("x".repeat(bytes / 10));
    await pause(20);
  }
  socket.removeAllListeners().destroy();
  return read;
}

describe("a request", () => {
  it("reaches the server as before when it is one of ours", async () => {
    const query = Array.from({ length: 100 }, (_, index) => `a=${index}`).join("&");
    expect(await statusOf(`/wombat?${query}`)).toBe(200);
    expect(await statusOf("/form", { method: "POST", body: "x".repeat(300_000) })).toBe(200);
    const state = encodeURIComponent(
      JSON.stringify(["", { children: ["__PAGE__", {}] }, null, null]),
    );
    expect(await statusOf("/", { headers: { "next-router-state-tree": state } })).toBe(200);
    expect(heard).toHaveLength(3);
    expect(kept).toBe(300_000);
  });

  it.each([
    ["whose line is longer than 4 kB", `/${"x".repeat(4_090)}`, {}, 414],
    ["that asks for more than 100 things", `/?${"a=1&".repeat(100)}a=1`, {}, 400],
    ["of a method that nobody serves", "/", { method: "TRACE" }, 501],
    ["of a method that nobody knows", "/", { method: "PROPFIND" }, 501],
    [
      "whose body says that it is too long",
      "/",
      { method: "POST", headers: { "content-length": "600000" } },
      413,
    ],
    ["that asks the server itself", "*", { method: "OPTIONS" }, 400],
    ["that is meant for a proxy", "http://elsewhere.example/", {}, 400],
    ["with a state that is none", "/", { headers: { "next-router-state-tree": "%7B" } }, 400],
    ["with a state that is no text", "/", { headers: { "next-router-state-tree": "%" } }, 400],
  ])("%s is answered before the server hears of it", async (_what, path, told, status) => {
    expect(await statusOf(path, told)).toBe(status);
    expect(heard).toEqual([]);
  });

  it("that is too long can be sent to its end, and the answer is read", async () => {
    const { text, isCutOff } = await sendInPieces(3 * MB);
    expect(isCutOff).toBe(false);
    expect(text).toMatch(/^HTTP\/1\.1 413 [^]*This is too large\./);
    expect(heard).toEqual([]);
  });

  const TOO_LONG_A_LINE = `POST /${"x".repeat(5_000)}`;
  it.each([
    "POST /form",
    "POST /unread",
    "GET /unread",
    "PUT /form",
    "POST /given-up",
    TOO_LONG_A_LINE,
  ])("%s that never ends is cut off, and little of it is kept", async (head) => {
    const startedAt = performance.now();
    expect(await sendForEver(head)).toBeLessThan(100 * MB);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(kept).toBeLessThanOrEqual(512 * 1024);
  });

  it("that has not ended makes room for others, the one that began first before all", async () => {
    const slow = await Promise.all(Array.from({ length: 600 }, () => beginBody(1_000)));
    await expect.poll(() => slow.filter(({ destroyed }) => !destroyed).length).toBe(500);
    expect(slow.slice(0, 100).every(({ destroyed }) => destroyed)).toBe(true);
    expect(await statusOf("/form", { method: "POST", body: "x" })).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it("that has not ended is kept up to 32 MB of all together", async () => {
    const slow: Socket[] = [];
    for (let index = 0; index < 100; index += 1) slow.push(await beginBody(500_000));
    await expect.poll(() => slow.filter(({ destroyed }) => !destroyed).length).toBe(67);
    expect(await statusOf("/form", { method: "POST", body: "x" })).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it("is given a minute, and its head 20 seconds", async () => {
    expect(await statusOf("/")).toBe(200);
    expect(server).toMatchObject({ headersTimeout: 20_000, requestTimeout: 60_000 });
  });

  it("of the jobs may be longer, and no longer than that", async () => {
    const body = "x".repeat(2 * MB);
    expect(await statusOf("/api/inngest?fnId=1", { method: "POST", body })).toBe(200);
    expect(await statusOf("/api/inngestion", { method: "POST", body })).toBe(413);
    expect(await sendForEver("POST /api/inngest")).toBeLessThan(50 * MB);
  });
});
