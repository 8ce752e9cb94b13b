import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { rowsOf } from "@/lib/testing/isolation/snapshot";
import { ask, BASE_URL, type Reply } from "./fixtures/app";
import { addressOf } from "./fixtures/page-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";

type AppRoute = { template: string; methods: string[] };

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Routes outside schools: sign-in, health, and what leads nowhere. */
const OUTSIDE = ["/api/auth/[...nextauth]", "/api/health", "/api/v1/[[...nowhere]]"];

function allRoutes(): AppRoute[] {
  return globSync("app/**/route.ts")
    .sort()
    .map((file) => {
      const source = readFileSync(file, "utf8");
      const template = file.replace(/^app|\/route\.ts$/g, "").replace(/\/\([^)]+\)/g, "");
      return { template, methods: METHODS.filter((name) => exports(source, name)) };
    });
}

function exports(source: string, method: string): boolean {
  return new RegExp(`export (?:const|async function|function|\\{[^}]*\\b) ?${method}\\b`).test(
    source,
  );
}

let wombat: SignedInSchool;
let quokka: SignedInSchool;

test.beforeAll(async () => {
  [wombat, quokka] = [await aSignedInSchool("Wombat"), await aSignedInSchool("Quokka")];
});

const routes = allRoutes();
const ofSchools = routes.filter(({ template }) => template.includes("[school]"));

function bodyFor({ ids }: SignedInSchool): string {
  return JSON.stringify({
    ...{ enrolmentId: ids.enrolmentId, week: 8, startsAt: "2026-11-30T05:00:00Z" },
  });
}

function address(template: string, slug: string, ids: object): string {
  const path = addressOf(template, slug, ids);
  return template.endsWith("/slots") ? `${path}?week=8` : path;
}

function expectHarmless(reply: Reply, label: string): void {
  expect(reply.status, label).toBeLessThan(500);
  expect(reply.text, label).not.toContain("Quokka");
  expect(reply.text, label).not.toContain("That didn't work");
}

type Sent = { cookie?: string; origin?: string | null; body?: string; headers?: object };

function call(method: string, path: string, sent: Sent = {}): Promise<Reply> {
  const { cookie, origin = BASE_URL, body, headers } = sent;
  const withBody = body !== undefined && !["GET", "HEAD"].includes(method);
  return ask(path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(cookie !== undefined && { cookie }),
      ...(origin !== null && { origin }),
      ...headers,
    },
    ...(withBody && { body }),
  });
}

test("every route stands in a school, or on the list of those that do not", () => {
  const others = routes.filter((route) => !ofSchools.includes(route));
  expect(others.map(({ template }) => template).sort()).toEqual([...OUTSIDE].sort());
  expect(ofSchools.every(({ methods }) => methods.length > 0)).toBe(true);
});

for (const { template, methods } of ofSchools) {
  for (const method of methods) {
    test(`${method} ${template}: refuses whoever is signed out or of another school`, async () => {
      const before = await rowsOf(quokka.school.id);
      const body = bodyFor(quokka);
      const there = address(template, quokka.slug, quokka.ids);
      const signedOut = await call(method, there, { body });
      expectHarmless(signedOut, "signed out");
      expect([303, 307, 401]).toContain(signedOut.status);
      for (const cookie of Object.values(wombat.cookies)) {
        const reply = await call(method, there, { body, cookie });
        expect(reply.status).toBe(404);
        expectHarmless(reply, "of another school");
      }
      const forged = { authorization: "Bearer no-such-token" };
      const reply = await call(method, there, { body, headers: forged });
      expect([303, 307, 401]).toContain(reply.status);
      expect(await rowsOf(quokka.school.id)).toBe(before);
    });

    test(`${method} ${template}: finds nothing of another school by its ids`, async () => {
      const before = await rowsOf(quokka.school.id);
      for (const who of ["admin", "teacher", "guardian", "student"] as const) {
        const cookie = wombat.cookies[who];
        const there = address(template, wombat.slug, quokka.ids);
        const reply = await call(method, there, { body: bodyFor(quokka), cookie });
        expectHarmless(reply, who);
        const named = template.includes("Id]") || method === "POST";
        if (named) expect(reply.status, who).toBe(404);
      }
      expect(await rowsOf(quokka.school.id)).toBe(before);
    });

    test(`${method} ${template}: bears garbage, too much, and a request from elsewhere`, async () => {
      const cookie = wombat.cookies.guardian;
      const there = address(template, wombat.slug, wombat.ids);
      const before = await rowsOf(wombat.school.id);
      for (const path of [`${there}?week=%00&limit=-1&cursor=%22`, `${there}/%00`, `${there}x`]) {
        expectHarmless(await call(method, path, { cookie, body: "{}" }), path);
      }
      if (method === "GET" || method === "HEAD") return;
      for (const origin of [null, "null", "https://elsewhere.example"]) {
        const reply = await call(method, there, { cookie, origin, body: bodyFor(wombat) });
        expect(reply.status, String(origin)).toBe(403);
      }
      const garbage = ["", "garbage", "[]", "null", '{"week":{"$gt":0}}', "[".repeat(5000)];
      for (const body of method === "DELETE" ? [] : garbage) {
        const reply = await call(method, there, { cookie, body });
        expectHarmless(reply, body.slice(0, 20));
        expect(reply.status).toBeGreaterThanOrEqual(400);
      }
      const body = JSON.stringify({ enrolmentId: "x".repeat(3_000_000) });
      const large = await call(method === "DELETE" ? "PUT" : method, there, { cookie, body }).catch(
        () => null,
      );
      if (large) expectHarmless(large, "too much");
      expect(await rowsOf(wombat.school.id)).toBe(before);
    });

    test(`${method} ${template}: a method that it does not have is refused`, async () => {
      const cookie = wombat.cookies.guardian;
      const there = address(template, wombat.slug, wombat.ids);
      for (const other of METHODS.filter((name) => !methods.includes(name))) {
        expectHarmless(await call(other, there, { cookie, body: "{}" }), other);
      }
    });
  }
}

for (const template of OUTSIDE) {
  test(`${template}: bears every method with garbage`, async () => {
    const path = template
      .replace("[...nextauth]", "callback/credentials")
      .replace("[[...nowhere]]", "x/y");
    for (const method of METHODS) {
      if (method === "DELETE") return;
      for (const body of ["", "garbage", "{}"]) {
        const reply = await call(method, path, { body, cookie: wombat.cookies.admin });
        expectHarmless(reply, `${method} ${body}`);
      }
    }
  });
}
