import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { freePort } from "@/scripts/ports";
import { test } from "./fixtures/app";
import { addressOf, allPages } from "./fixtures/page-list";
import { sendWithoutEnd, statusOfRaw } from "./fixtures/raw-request";
import { addressOfRoute, allRoutes, OPEN_ROUTES } from "./fixtures/route-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";
import { startWatchedApp } from "./fixtures/watched-app";

const MB = 1024 * 1024;
const AT_ONCE = 4;
const TAKES_A_BODY = ["POST", "PUT", "PATCH", "DELETE"];

let wombat: SignedInSchool;

test.beforeAll(async () => {
  wombat = await aSignedInSchool("Wombat");
});

/** What the served process holds in memory. */
function memoryOfApp(): number {
  const status = readFileSync(`/proc/${process.env.E2E_APP_PID}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

type Place = { method: string; path: string; type: string };

function placesThatTakeABody(): Place[] {
  const routes = allRoutes().filter(({ method }) => TAKES_A_BODY.includes(method));
  const pages = allPages().map(({ template }) => ({ method: "POST", template }));
  const placed = (type: string) => (place: { method: string; template: string }) => ({
    method: place.method,
    path: OPEN_ROUTES[place.template] ?? addressOf(place.template, wombat.slug, wombat.ids),
    type,
  });
  return [
    ...routes.map(placed("application/json")),
    ...pages.map(placed("multipart/form-data; boundary=b")),
  ];
}

test("a body that never ends is answered or cut off everywhere, and little of it is kept", async ({
  url,
  ask,
}) => {
  const places = placesThatTakeABody();
  expect(places.length).toBeGreaterThan(40);
  const before = memoryOfApp();
  const tried = async ({ method, path, type }: Place) => {
    const headers = { "content-type": type, cookie: wombat.cookies.admin, origin: url };
    const ended = await sendWithoutEnd(url, { method, path, headers });
    expect(ended.isEndedByServer, `${method} ${path}`).toBe(true);
    expect(ended.sentBytes, `${method} ${path}`).toBeLessThan(100 * MB);
  };
  for (let at = 0; at < places.length; at += AT_ONCE) {
    await Promise.all(places.slice(at, at + AT_ONCE).map(tried));
  }
  expect(memoryOfApp() - before).toBeLessThan(200 * MB);
  expect((await ask("/api/health")).status).toBe(200);
});

test("an address that nobody of ours sends is refused on every page and route", async ({
  url,
  ask,
}) => {
  const routes = allRoutes().map(
    (route) => OPEN_ROUTES[route.template] ?? addressOfRoute(route, wombat.slug, wombat.ids),
  );
  const pages = allPages().map(({ template }) => addressOf(template, wombat.slug, wombat.ids));
  const files = ["/_next/static/chunks/none.js", "/icon.svg", "/no-such-page"];
  const repeated = "a=1&".repeat(600);
  for (const path of new Set([...routes, ...pages, ...files].map((each) => each.split("?")[0]))) {
    expect((await ask(`${path}?${repeated}`)).status, path).toBe(400);
    expect(await statusOfRaw(url, `GET ${path}?${"x".repeat(4_100)}`), path).toBe(414);
  }
});

test("a request that arrives while the server is still starting is refused like any other", async () => {
  const port = await freePort();
  const asked: Promise<number>[] = [];
  const ask = () =>
    asked.push(statusOfRaw(`http://127.0.0.1:${port}`, `GET /sign-in?${"x".repeat(4_100)}`));
  const asking = setInterval(ask, 25);
  const app = await startWatchedApp(port).finally(() => clearInterval(asking));
  const answered = (await Promise.all(asked)).filter((status) => status !== 0);
  expect(answered.length).toBeGreaterThan(3);
  expect(answered.filter((status) => status !== 414)).toEqual([]);
  await app.end();
});

test("a request for a page in a form that no browser sends is no failure of ours", async ({
  url,
  ask,
}) => {
  for (const method of ["TRACE", "TRACK", "PROPFIND"]) {
    expect(await statusOfRaw(url, `${method} /sign-in`), method).toBeGreaterThanOrEqual(400);
  }
  expect(await statusOfRaw(url, "TRACE /sign-in")).toBe(501);
  for (const state of ["%7B", "%", "[]", '["",{"children":5}]', "x".repeat(9_000)]) {
    const headers = { rsc: "1", "next-router-state-tree": state };
    const reply = await ask("/sign-in", { headers });
    expect(reply.status, state.slice(0, 20)).toBeLessThan(500);
    expect(reply.status, state.slice(0, 20)).toBeGreaterThanOrEqual(400);
  }
});

test("of next-auth only what signs a program in and out is served", async ({ ask }) => {
  for (const path of ["csrf", "session"]) {
    expect((await ask(`/api/auth/${path}`)).status, path).toBe(200);
  }
  const closed = ["signin", "signin/credentials", "signout", "error", "verify-request"];
  for (const path of [...closed, "providers", "callback/credentials", "_log", "new-user"]) {
    const reply = await ask(`/api/auth/${path}`);
    expect(reply.status, path).toBe(404);
    expect(reply.text, path).toBe("");
  }
  for (const path of ["signin/credentials", "session", "_log", "csrf", "signin"]) {
    expect((await ask(`/api/auth/${path}`, { method: "POST" })).status, path).toBe(404);
  }
});

test("the served process knows the logins of the app, and none that makes the tables", () => {
  const text = readFileSync(`/proc/${process.env.E2E_APP_PID}/environ`, "utf8");
  const names = text
    .split("\0")
    .filter((line) => /^[^=]+=postgres(?:ql)?:/.test(line))
    .map((line) => line.split("=", 1)[0]);
  expect(names.sort()).toEqual(["DATABASE_JOBS_URL", "DATABASE_SYSTEM_URL", "DATABASE_URL"]);
  expect(text).not.toMatch(/mnm_owner|postgres:[^/]|PGPASSWORD/);
});
