import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RouteServer } from "@/lib/testing/route-server";
import { MINUTE_MS, systemNow } from "@/lib/time/instant";

const KEY = "signkey-prod-0123456789abcdef0123456789abcdef";
const METHODS = ["GET", "POST", "PUT"] as const;
const EMBEDDED = { NODE_ENV: "production" };
const WITH_INNGEST = {
  ...{ NODE_ENV: "production", INNGEST_EVENT_KEY: "event-key", INNGEST_SIGNING_KEY: KEY },
  // Nobody answers there: nothing of a test leaves this machine.
  INNGEST_BASE_URL: "http://127.0.0.1:9",
};

let server: RouteServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
  vi.unstubAllEnvs();
});

/** The route as it is with these settings, on a port of its own. */
async function serve(settings: Record<string, string>): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { serveRoutes } = await import("@/lib/testing/route-server");
  server = await serveRoutes("app/api/inngest");
  return `${server.url}/api/inngest`;
}

function bodyOf(method: string, url: string): string {
  return method === "GET" ? "" : JSON.stringify({ url });
}

function signature(body: string, { key = KEY, at = Number(systemNow()) } = {}): string {
  const second = String(Math.floor(at / 1_000));
  const secret = key.replace("signkey-prod-", "");
  const digest = createHmac("sha256", secret)
    .update(body + second)
    .digest("hex");
  return `t=${second}&s=${digest}`;
}

type Asking = { method: string; sign?: string | undefined; kind?: "in_band" };

async function ask(url: string, { method, sign, kind }: Asking): Promise<number> {
  const body = bodyOf(method, url);
  const headers = {
    "content-type": "application/json",
    ...(sign !== undefined && { "x-inngest-signature": sign }),
    ...(kind !== undefined && { "x-inngest-sync-kind": kind }),
  };
  const reply = await fetch(`${url}?fnId=musicnme-heartbeat&stepId=step`, {
    method,
    headers,
    ...(method !== "GET" && { body }),
  });
  return reply.status;
}

describe("the address at which Inngest calls", () => {
  it.each(METHODS)("answers nobody where jobs run inside the app: %s", async (method) => {
    const url = await serve(EMBEDDED);
    expect(await ask(url, { method })).toBe(401);
    expect(await ask(url, { method, sign: signature(bodyOf(method, url)) })).toBe(401);
  });

  it.each(METHODS)(
    "answers nobody on a developer's machine without Inngest: %s",
    async (method) => {
      expect(await ask(await serve({ NODE_ENV: "development" }), { method })).toBe(401);
    },
  );

  it.each(METHODS)("refuses whoever has not signed: %s", async (method) => {
    const url = await serve(WITH_INNGEST);
    expect(await ask(url, { method })).toBe(401);
    expect(await ask(url, { method, kind: "in_band" })).toBe(401);
  });

  it.each(METHODS)("refuses a signature that is not Inngest's: %s", async (method) => {
    const url = await serve(WITH_INNGEST);
    const body = bodyOf(method, url);
    const old = { at: systemNow() - 10 * MINUTE_MS };
    const wrong = [
      signature(body, { key: "signkey-prod-another" }),
      signature(`${body} changed`),
      signature(body, old),
      "t=1&s=1",
      "nonsense",
    ];
    for (const sign of wrong) {
      expect(await ask(url, { method, sign }), sign).toBe(401);
      expect(await ask(url, { method, sign, kind: "in_band" }), sign).toBe(401);
    }
  });

  it("answers what Inngest has signed", async () => {
    const url = await serve(WITH_INNGEST);
    expect(await ask(url, { method: "GET", sign: signature("") })).toBe(200);
    const sign = signature(bodyOf("PUT", url));
    expect(await ask(url, { method: "PUT", sign, kind: "in_band" })).toBe(200);
    expect(await ask(url, { method: "PUT", sign })).not.toBe(401);
  });
});
