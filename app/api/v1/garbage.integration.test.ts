import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { apiCaller, bearerOf, request, type ApiReply } from "@/lib/testing/api-caller";
import { aMember, aTeacher, type TestMember } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aRush, liveBookings, startOf, type Rush } from "@/lib/testing/rush-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { aSession, cookieOfSession } from "@/lib/testing/session-factory";
import { isoFromInstant } from "@/lib/time/instant";

type Target = { method: string; path: string };

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server: RouteServer = await serveRoutes("app/api/v1");
const rush: Rush = await aRush({ families: 1 });
const foreign: Rush = await aRush({ families: 1 });
const guardian = rush.families[0]?.guardian as TestMember;
const enrolmentId = String(rush.families[0]?.enrolment.id);
const bookingId = await bookedId();
const wish = { enrolmentId, week: 5, startsAt: "2026-11-08T22:00:00Z" };

/** Every route there is, asked for what exists, so that only the caller is wrong. */
const targets: Target[] = server.routes
  .filter(({ path }) => !path.includes("..."))
  .flatMap(({ path, methods }) =>
    methods.map((method) => ({
      method,
      path: path
        .replace("[school]", rush.school.slug)
        .replace("[enrolmentId]/slots", `${enrolmentId}/slots?week=4`)
        .replace("[bookingId]", bookingId)
        .replace("[lessonId]", String(rush.course.lessons[0]?.id)),
    })),
  );
const writes = targets.filter(({ method }) => method !== "GET");
const withBody = writes.filter(({ method }) => method !== "DELETE");

beforeAll(() => expect(targets.length).toBeGreaterThanOrEqual(8));
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

async function bookedId(): Promise<string> {
  const parent = await apiCaller(server, rush.school, guardian);
  const startsAt = isoFromInstant(startOf(rush.school, 0));
  const { body } = await parent("POST", "/bookings", { body: { enrolmentId, week: 4, startsAt } });
  return String(body.id);
}

function send({ method, path }: Target, headers: Record<string, string> = {}, text?: string) {
  const hasBody = method === "POST" || method === "PATCH";
  const body = hasBody ? (text ?? JSON.stringify(wish)) : null;
  const type = hasBody && { "content-type": "application/json" };
  return request(`${server.url}${path}`, { method, headers: { ...type, ...headers }, body });
}

async function cookieOf(member: TestMember): Promise<Record<string, string>> {
  return { cookie: await cookieOfSession(await aSession(member)) };
}

/** A machine-readable no, the same for all that does not exist, without a word about anybody. */
function expectProblem(reply: ApiReply, status: number, code: string): void {
  expect(reply).toMatchObject({ status, body: { code, status } });
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  for (const secret of [rush, foreign].flatMap(secretsOf)) expect(reply.text).not.toContain(secret);
}

function secretsOf({ school, course, families }: Rush): string[] {
  const people = families.flatMap((family) => [family.name, family.guardian.email]);
  return [school.id, school.facts.name, String(school.facts.email), course.name, ...people];
}

async function expectAll(
  wanted: readonly Target[],
  reply: (target: Target) => Promise<ApiReply>,
  problem: [number, string],
): Promise<void> {
  for (const target of wanted) expectProblem(await reply(target), ...problem);
}

describe("who may not", () => {
  it.each([
    ["nobody", {}],
    ["a made-up token", { authorization: "Bearer mnm_made-up" }],
    ["a broken header", { authorization: "Basic YTpi" }],
    ["a forged session", { cookie: "next-auth.session-token=eyJhbGciOiJub25lIn0..x.y.z" }],
  ])("is told to sign in, on every route: %s", async (_who, headers) => {
    await expectAll(targets, (target) => send(target, headers), [401, "signed-out"]);
    const reply = await send({ method: "GET", path: targets[0]?.path ?? "" }, headers);
    expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("finds nothing as a teacher, who books for nobody", async () => {
    const bearer = await bearerOf(rush.school, await aTeacher(rush.school));
    const hidden = targets.filter(({ path }) => !/\/me$|\/calendar\b/.test(path));
    await expectAll(hidden, (target) => send(target, bearer), [404, "not-found"]);
  });

  it("writes nothing as a student", async () => {
    const student = await aMember(rush.school, { roles: ["STUDENT"] });
    const bearer = await bearerOf(rush.school, student);
    await expectAll(writes, (target) => send(target, bearer), [404, "not-found"]);
  });

  it("finds nothing as a parent or admin of another school", async () => {
    const parent = await bearerOf(foreign.school, foreign.families[0]?.guardian as TestMember);
    const admin = await cookieOf(await aMember(foreign.school, { roles: ["ADMIN"] }));
    const origin = { origin: "http://localhost:3000" };
    for (const headers of [parent, { ...admin, ...origin }]) {
      await expectAll(targets, (target) => send(target, headers), [404, "not-found"]);
    }
  });

  it("finds nothing of this school from inside another one", async () => {
    const parent = await bearerOf(foreign.school, foreign.families[0]?.guardian as TestMember);
    const inside = targets
      .filter(({ path }) => path.includes(bookingId) || path.includes(enrolmentId))
      .map(({ method, path }) => ({
        method,
        path: path.replace(rush.school.slug, foreign.school.slug),
      }));
    await expectAll(inside, (target) => send(target, parent), [404, "not-found"]);
    const booking = { method: "POST", path: `/api/v1/schools/${foreign.school.slug}/bookings` };
    expectProblem(await send(booking, parent), 404, "not-found");
  });

  it("says the same of an unknown school as of another's", async () => {
    const bearer = await bearerOf(rush.school, guardian);
    const names = [foreign.school.slug, "no-such-school", "..%2f", "%00", "x".repeat(3000), "'--"];
    for (const name of names) {
      const path = `/api/v1/schools/${name}/me`;
      expectProblem(await send({ method: "GET", path }, bearer), 404, "not-found");
    }
  });

  it("may not write by cookie from a page that is not ours", async () => {
    const cookie = await cookieOf(guardian);
    for (const origin of ["https://evil.example", "null", "http://localhost:3000.evil.example"]) {
      await expectAll(writes, (target) => send(target, { ...cookie, origin }), [
        403,
        "foreign-origin",
      ]);
    }
    await expectAll(writes, (target) => send(target, cookie), [403, "foreign-origin"]);
  });

  it("may, by cookie and from our own page", async () => {
    const own = { ...(await cookieOf(guardian)), origin: "http://localhost:3000" };
    const path = `/api/v1/schools/${rush.school.slug}/bookings`;
    const reply = await send({ method: "POST", path }, own);
    expect(reply.status).toBe(201);
  });
});

describe("what makes no sense", () => {
  const bearer = bearerOf(rush.school, guardian);
  it.each([
    ["no JSON", "{", 400, "malformed-body"],
    ["nothing", "", 400, "malformed-body"],
    ["a NUL", '{"startsAt":"\\u0000"}', 400, "malformed-body"],
    ["a list", "[]", 400, "invalid-input"],
    ["null", "null", 400, "invalid-input"],
    ["a number", "1e999", 400, "invalid-input"],
    ["a date without a zone", '{"startsAt":"2026-11-08T22:00:00"}', 400, "invalid-input"],
    ["the year 0", '{"startsAt":"0000-01-01T00:00:00Z"}', 400, "invalid-input"],
    ["the year 9999", '{"startsAt":"9999-12-31T23:59:59Z"}', 400, "invalid-input"],
    ["a 30th of February", '{"startsAt":"2026-02-30T10:00:00Z"}', 400, "invalid-input"],
    ["70 kB", JSON.stringify({ ...wish, pad: "x".repeat(70_000) }), 413, "body-too-large"],
  ] as const)("is refused as a body: %s", async (_what, text, status, code) => {
    const headers = await bearer;
    await expectAll(withBody, (target) => send(target, headers, text), [status, code]);
  });

  it.each([
    { week: 0 },
    { week: 61 },
    { week: 1.5 },
    { week: "four" },
    { week: null },
    { enrolmentId: "1" },
    { enrolmentId: `${enrolmentId}'` },
    { startsAt: 1762639200000 },
    { startsAt: "tomorrow" },
  ])("is named field by field: %o", async (wrong) => {
    const path = `/api/v1/schools/${rush.school.slug}/bookings`;
    const text = JSON.stringify({ ...wish, ...wrong });
    const reply = await send({ method: "POST", path }, await bearer, text);
    expectProblem(reply, 400, "invalid-input");
    expect(reply.body.fields).toMatchObject([{ path: Object.keys(wrong)[0] }]);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonp",
  ])("is refused by its type: %s", async (type) => {
    const headers = { ...(await bearer), "content-type": type };
    await expectAll(withBody, (target) => send(target, headers), [415, "not-json"]);
  });

  it("is not found as an id in a path", async () => {
    for (const id of ["1", "null", newId(), "%27", "%00", `${bookingId}x`, "a".repeat(5000)]) {
      for (const { method, path } of targets.filter((target) => target.path.includes(bookingId))) {
        const target = { method, path: path.replace(bookingId, id) };
        expectProblem(await send(target, await bearer), 404, "not-found");
      }
      const slots = `/api/v1/schools/${rush.school.slug}/enrolments/${id}/slots?week=4`;
      expectProblem(await send({ method: "GET", path: slots }, await bearer), 404, "not-found");
    }
  });

  it.each([
    ...["0", "101", "x"].map((limit) => `bookings?limit=${limit}`),
    ...["%00", "x", "eyJhIjoxfQ"].map((after) => `bookings?after=${after}`),
    "bookings?enrolmentId=1",
    "enrolments?after=e30",
    "enrolments?limit=-1",
    ...["", "?week=", "?week=99", "?week=4&moving=x"].map(
      (query) => `enrolments/${enrolmentId}/slots${query}`,
    ),
  ])("is refused as a query: %s", async (query) => {
    const path = `/api/v1/schools/${rush.school.slug}/${query}`;
    const reply = await send({ method: "GET", path }, await bearer);
    expect(reply.status).toBe(400);
    expect(["invalid-input", "bad-cursor"]).toContain(reply.body.code);
  });

  it("is refused as an Idempotency-Key", async () => {
    for (const key of ["", " ", "a b", "x".repeat(201), "ä"]) {
      const headers = { ...(await bearer), "idempotency-key": key };
      await expectAll(writes, (target) => send(target, headers), [400, "bad-idempotency-key"]);
    }
  });

  it("finds nothing beside the routes", async () => {
    for (const rest of ["", "/x", "/schools/x", "/schools/x/people", "/a/b"]) {
      for (const method of ["GET", "POST", "DELETE"]) {
        expectProblem(await send({ method, path: `/api/v1${rest}` }), 404, "not-found");
      }
    }
  });

  it("has changed nothing in all of this", async () => {
    expect((await liveBookings(rush.school)).map(({ week }) => week)).toEqual([4, 5]);
    expect(await liveBookings(foreign.school)).toEqual([]);
  });
});
