import { describe, expect, it } from "vitest";
import { z } from "zod";
import { apiNotFound, apiRoute } from "./api";
import { inSchool } from "./db/in-school";
import { onPoke } from "./events/relay-signal";
import { newId } from "./ids";
import { Refusal } from "./refusal";
import { aMember, anAdmin, contextOf } from "./testing/people-factory";
import { aSchool, type TestSchool } from "./testing/school-factory";
import { anApiToken, aSession, cookieOfSession } from "./testing/session-factory";
import { systemNow } from "./time/instant";

const read = apiRoute({
  permission: "member",
  run: async (ctx) => ({ slug: ctx.school.slug, now: ctx.now }),
});

const write = apiRoute({
  permission: "booking:write",
  input: { body: z.object({ word: z.string() }) },
  refusal: ({ details }) => ({ status: 409, facts: { ...details } }),
  run: async (_ctx, { body, requestKey }) => {
    if (body.word === "taken") throw new Refusal("slot-taken", { alternatives: ["x"], code: "no" });
    if (body.word === "broken") throw new Error("connection string of the database");
    return { word: body.word, requestKey };
  },
});

type Sent = { body?: string; headers?: Record<string, string> };

async function call(handler: typeof read, slug: string, { body, headers = {} }: Sent = {}) {
  const method = body === undefined ? "GET" : "POST";
  const request = new Request(`http://localhost:3000/api/v1/schools/${slug}/x`, {
    method,
    body: body ?? null,
    headers: {
      host: "localhost:3000",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
  });
  const response = await handler(request, { params: Promise.resolve({ school: slug }) });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    requestId: response.headers.get("x-request-id"),
    body: (await response.json()) as Record<string, unknown>,
  };
}

async function bearerOf(school: TestSchool, roles: readonly ("PARENT" | "TEACHER")[] = ["PARENT"]) {
  const member = await aMember(school, { roles });
  return { authorization: `Bearer ${await anApiToken(member, school)}` };
}

describe("a route of a school", () => {
  it("answers its members, by the clock of the moment they asked", async () => {
    const school = await aSchool();
    const before = systemNow();
    const answer = await call(read, school.slug, { headers: await bearerOf(school) });
    expect(answer).toMatchObject({ status: 200, body: { slug: school.slug } });
    expect(answer.body["now"]).toBeGreaterThanOrEqual(before);
    expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("answers problem+json with a stable code, whatever is wrong", async () => {
    const [school, other] = [await aSchool(), await aSchool()];
    const headers = await bearerOf(school);
    const teacher = await bearerOf(school, ["TEACHER"]);
    const big = JSON.stringify({ word: "x".repeat(70_000) });
    const cases = [
      [await call(read, school.slug), 401, "signed-out"],
      [await call(read, other.slug, { headers }), 404, "not-found"],
      [await call(read, "no-such-school", { headers }), 404, "not-found"],
      [await call(read, "\0", { headers }), 404, "not-found"],
      [await call(write, school.slug, { headers: teacher, body: "{}" }), 404, "not-found"],
      [await call(write, school.slug, { headers, body: "{" }), 400, "malformed-body"],
      [await call(write, school.slug, { headers, body: "{}" }), 400, "invalid-input"],
      [await call(write, school.slug, { headers, body: big }), 413, "body-too-large"],
      [
        await call(write, school.slug, {
          headers: { ...headers, "content-type": "text/plain" },
          body: "{}",
        }),
        415,
        "not-json",
      ],
      [
        await call(write, school.slug, {
          headers: { ...headers, "idempotency-key": "a b" },
          body: '{"word":"hi"}',
        }),
        400,
        "bad-idempotency-key",
      ],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect(answer).toMatchObject({
        status,
        type: "application/problem+json",
        body: { code, status },
      });
      expect(answer.body["requestId"]).toBe(answer.requestId);
      expect(JSON.stringify(answer.body)).not.toContain(other.facts.name);
    }
  });

  it("tells why a use case refused, with its facts, which never pose as ours", async () => {
    const school = await aSchool();
    const headers = await bearerOf(school);
    expect(await call(write, school.slug, { headers, body: '{"word":"taken"}' })).toMatchObject({
      status: 409,
      body: { code: "slot-taken", title: "Slot taken", alternatives: ["x"] },
    });
  });

  it("tells no facts of a refusal that its feature did not release", async () => {
    const school = await aSchool();
    const refusing = apiRoute({
      permission: "member",
      run: async () => {
        throw new Refusal("slot-taken", { alternatives: ["x"] });
      },
    });
    const answer = await call(refusing, school.slug, { headers: await bearerOf(school) });
    expect(answer).toMatchObject({ status: 422, body: { code: "slot-taken" } });
    expect(answer.body).not.toHaveProperty("alternatives");
  });

  it("says of a write that lost against another of the same moment that nothing was saved", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    const rival = apiRoute({
      permission: "member",
      run: async () => {
        const create = () =>
          inSchool(ctx, (db) => db.location.create({ data: { id: newId(), name: "Studio" } }));
        await create();
        await create();
      },
    });
    const answer = await call(rival, school.slug, { headers: await bearerOf(school) });
    expect(answer).toMatchObject({ status: 409, body: { code: "same-moment" } });
    expect(answer.body).toMatchObject({ detail: expect.stringContaining("nothing") as string });
  });

  it("keeps what went wrong inside to itself", async () => {
    const school = await aSchool();
    const headers = await bearerOf(school);
    const answer = await call(write, school.slug, { headers, body: '{"word":"broken"}' });
    expect(answer).toMatchObject({ status: 500, body: { code: "unexpected" } });
    expect(JSON.stringify(answer.body)).not.toContain("database");
  });

  it("takes a write by cookie from our own pages only, with its key, and wakes the relay", async () => {
    const school = await aSchool();
    const cookie = await cookieOfSession(
      await aSession(await aMember(school, { roles: ["PARENT"] })),
    );
    const body = '{"word":"hi"}';
    const foreign = await call(write, school.slug, { headers: { cookie }, body });
    expect(foreign).toMatchObject({ status: 403, body: { code: "foreign-origin" } });
    let pokes = 0;
    onPoke(() => {
      pokes += 1;
    });
    const headers = { cookie, origin: "http://localhost:3000", "idempotency-key": "k-1" };
    const own = await call(write, school.slug, { headers, body });
    expect(own).toMatchObject({ status: 200, body: { word: "hi", requestKey: "k-1" } });
    expect(pokes).toBe(1);
  });

  it("answers an address that leads nowhere with problem+json too", async () => {
    const response = await apiNotFound();
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not-found" });
  });
});
