import { expect } from "@playwright/test";
import { restingRowsOf } from "@/lib/testing/isolation/snapshot";
import { type Ask, type Reply, test } from "./fixtures/app";
import { strangeIds } from "./fixtures/every-field";
import { namesSomething } from "./fixtures/page-list";
import { expectAnswered, expectNotFound, expectNothingOf, expectSignedOut } from "./fixtures/reply";
import {
  addressOfRoute,
  allRoutes,
  CALLERS,
  METHODS,
  OPEN_ROUTES,
  type AppRoute,
} from "./fixtures/route-list";
import { type SignedInSchool, type TwoSchools, twoSchools, type Who } from "./fixtures/two-schools";

let schools: TwoSchools;

test.beforeAll(async () => {
  schools = await twoSchools();
});

const EVERYBODY: readonly Who[] = ["admin", "teacher", "guardian", "student"];
const routes = allRoutes();
const ofSchools = routes.filter(({ name }) => name in CALLERS);

type Sent = { cookie?: string; origin?: string | null; body?: string; headers?: object };

/** A call as a script of our own pages would send it. */
function caller(ask: Ask, url: string) {
  return (method: string, path: string, sent: Sent = {}): Promise<Reply> => {
    const { cookie, origin = url, body, headers } = sent;
    return ask(path, {
      method,
      headers: {
        "content-type": "application/json",
        ...(cookie !== undefined && { cookie }),
        ...(origin !== null && { origin }),
        ...headers,
      },
      ...(body !== undefined && !["GET", "HEAD"].includes(method) && { body }),
    });
  };
}

function bodyFor(ids: object): string {
  const { enrolmentId } = { enrolmentId: "", ...ids };
  return JSON.stringify({ enrolmentId, week: 8, startsAt: "2026-11-30T05:00:00Z" });
}

function namesIds({ method, template }: AppRoute): boolean {
  return namesSomething(template) || method === "POST";
}

test("every route has its callers on the list, or is of no school", () => {
  const others = routes.filter((route) => !ofSchools.includes(route));
  expect(ofSchools.map(({ name }) => name).sort()).toEqual(Object.keys(CALLERS).sort());
  expect([...new Set(others.map(({ template }) => template))].sort()).toEqual(
    Object.keys(OPEN_ROUTES).sort(),
  );
});

for (const route of ofSchools) {
  const may = CALLERS[route.name] ?? [];
  const { method } = route;

  test(`${route.name}: is there for nobody who is signed out, of another school or of another role`, async ({
    ask,
    url,
  }) => {
    const { wombat, quokka } = schools;
    const call = caller(ask, url);
    const before = await restingRowsOf(wombat.school.id, quokka.school.id);
    const address = addressOfRoute(route, wombat.slug, wombat.ids);
    const body = bodyFor(wombat.ids);
    for (const headers of [{}, { authorization: "Bearer no-such-token" }]) {
      const reply = await call(method, address, { body, headers });
      expectNothingOf(wombat, reply, address);
      expectSignedOut(reply);
    }
    const strangers = [
      ...EVERYBODY.map((who) => quokka.cookies[who]),
      ...EVERYBODY.filter((who) => !may.includes(who)).map((who) => wombat.cookies[who]),
    ];
    for (const cookie of strangers) {
      expectNotFound(wombat, await call(method, address, { body, cookie }), address);
    }
    if (method !== "GET") {
      for (const origin of [null, "null", "nonsense", "https://elsewhere.example", `${url}0`]) {
        for (const who of may) {
          const reply = await call(method, address, { body, cookie: wombat.cookies[who], origin });
          expect(reply.status, `${who} ${origin}`).toBe(403);
        }
      }
    }
    expect(await restingRowsOf(wombat.school.id, quokka.school.id)).toBe(before);
  });

  test(`${route.name}: what belongs to others is the same as what nobody has`, async ({
    ask,
    url,
  }) => {
    const { wombat, quokka } = schools;
    const call = caller(ask, url);
    const before = await restingRowsOf(quokka.school.id);
    for (const cookie of may.map((who) => wombat.cookies[who])) {
      const [theirs, nobodys] = await Promise.all(
        [quokka.ids, strangeIds(quokka.ids)].map((ids) =>
          call(method, addressOfRoute(route, wombat.slug, ids), { cookie, body: bodyFor(ids) }),
        ),
      );
      if (theirs === undefined || nobodys === undefined) throw new Error("no reply");
      expectNothingOf(quokka, theirs, addressOfRoute(route, "", quokka.ids));
      if (namesIds(route)) expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      expect(sayingOf(theirs)).toBe(sayingOf(nobodys));
    }
    expect(await restingRowsOf(quokka.school.id)).toBe(before);
    if (method !== "GET") return;
    const own = addressOfRoute(route, wombat.slug, wombat.ids);
    for (const who of may) {
      const reply = await call(method, own, { cookie: wombat.cookies[who] });
      expect(reply.status, who).toBe(200);
    }
    const asNeighbour = await call(method, own, { cookie: wombat.neighbour });
    expect(asNeighbour.text).not.toMatch(/Wombat (?:Mia|Leo)/);
    if (namesSomething(route.template)) expect(asNeighbour.status).toBe(404);
  });

  test(`${route.name}: bears garbage, too much and methods that it does not have`, async ({
    ask,
    url,
  }) => {
    const { wombat } = schools;
    const call = caller(ask, url);
    const who = may.includes("guardian") ? "guardian" : "admin";
    const cookie = wombat.cookies[who];
    const address = addressOfRoute(route, wombat.slug, wombat.ids);
    const before = await restingRowsOf(wombat.school.id);
    const [path = ""] = address.split("?");
    for (const odd of ["?week=%00&limit=-1&after=%22", "?week=1&week=2&limit=1e9", "/%00", "x"]) {
      expectAnswered(await call("GET", `${path}${odd}`, { cookie }), odd);
    }
    for (const other of METHODS.filter((name) => !has(route.template, name))) {
      expectAnswered(await call(other, address, { cookie, body: "{}" }), other);
    }
    if (method === "POST" || method === "PATCH") await expectBearsBodies(call, route, wombat);
    expect(await restingRowsOf(wombat.school.id)).toBe(before);
  });
}

function has(template: string, method: string): boolean {
  return routes.some((route) => route.template === template && route.method === method);
}

function sayingOf({ status, text }: Reply): string {
  return `${status} ${text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|DTSTAMP\S+/g, "")}`;
}

async function expectBearsBodies(
  call: ReturnType<typeof caller>,
  route: AppRoute,
  { slug, ids, cookies }: SignedInSchool,
): Promise<void> {
  const address = addressOfRoute(route, slug, ids);
  const cookie = cookies.guardian;
  const odd = [
    "",
    "garbage",
    "[]",
    "null",
    "5",
    '{"week":{"$gt":0}}',
    '"\\u0000"',
    "[".repeat(5000),
  ];
  for (const body of [...odd, JSON.stringify({ enrolmentId: "x".repeat(3_000_000) })]) {
    const reply = await call(route.method, address, { cookie, body });
    expectAnswered(reply, body.slice(0, 20));
    expect(reply.status, body.slice(0, 20)).toBeGreaterThanOrEqual(400);
  }
  const headers = { "content-type": "text/plain" };
  const reply = await call(route.method, address, { cookie, body: bodyFor(ids), headers });
  expect(reply.status).toBe(415);
}

for (const [template, path] of Object.entries(OPEN_ROUTES)) {
  test(`${template}: bears every method, garbage and too much, and tells nothing`, async ({
    ask,
    url,
  }) => {
    const { wombat } = schools;
    const call = caller(ask, url);
    const before = await restingRowsOf(wombat.school.id);
    for (const method of METHODS) {
      for (const body of ["", "garbage", "{}", "x".repeat(300_000)]) {
        const reply = await call(method, path, { body, cookie: wombat.cookies.admin });
        expectNothingOf(wombat, reply);
      }
    }
    expect(await restingRowsOf(wombat.school.id)).toBe(before);
  });
}

test("an address of the API that is no text is broken, not a failure of ours", async ({
  ask,
  hasProxy,
}) => {
  const headers = { cookie: schools.wombat.cookies.guardian };
  for (const place of ["%FF/me", "%00/me", `${schools.wombat.slug}/bookings/%FF`]) {
    const reply = await ask(`/api/v1/schools/${place}`, { headers });
    // Without the proxy Next itself fails, before any route is asked.
    if (hasProxy) expect([400, 404], place).toContain(reply.status);
    expect(reply.text, place).not.toMatch(/Quokka|That didn't work/);
  }
});
