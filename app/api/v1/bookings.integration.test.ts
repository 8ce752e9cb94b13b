import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { apiCaller, type ApiCaller } from "@/lib/testing/api-caller";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aRush, startOf, type Rush } from "@/lib/testing/rush-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { HOUR_MS, isoFromInstant } from "@/lib/time/instant";

let server: RouteServer;
let rush: Rush;
let parent: ApiCaller;
let other: ApiCaller;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
  server = await serveRoutes("app/api/v1");
});
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

beforeEach(async () => {
  vi.setSystemTime(TEST_NOW);
  rush = await aRush({ families: 2 });
  [parent, other] = (await Promise.all(
    rush.families.map((family) => apiCaller(server, rush.school, family.guardian)),
  )) as [ApiCaller, ApiCaller];
});

function wish(family: 0 | 1, slot: number, week = 4) {
  const startsAt = isoFromInstant(startOf(rush.school, slot));
  return { enrolmentId: rush.families[family]?.enrolment.id, week, startsAt };
}

async function booked(slot: number): Promise<string> {
  const { status, body } = await parent("POST", "/bookings", { body: wish(0, slot) });
  expect(status).toBe(201);
  return String(body.id);
}

describe("who and what", () => {
  it("tells a member who they are and in which school", async () => {
    const { status, body } = await parent("GET", "/me");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      roles: ["PARENT"],
      school: { slug: rush.school.slug, timeZone: "Australia/Sydney" },
    });
  });

  it("lists a family's own hybrid enrolments with what is still to book", async () => {
    const { body } = await parent("GET", "/enrolments");
    expect(body.next).toBeNull();
    expect(body.items).toHaveLength(1);
    expect(body.items).toMatchObject([
      { id: rush.families[0]?.enrolment.id, toBook: 10, window: { state: "open" } },
    ]);
  });

  it("pages through lists by cursor, each row once", async () => {
    for (const week of [4, 5, 6]) {
      const at = new Date(startOf(rush.school, 0) + (week - 4) * 7 * 24 * HOUR_MS).toISOString();
      await parent("POST", "/bookings", { body: { ...wish(0, 0, week), startsAt: at } });
    }
    const first = await parent("GET", "/bookings?limit=2");
    expect(first.body.items).toHaveLength(2);
    const path = String(first.body.next).replace(/^.*?(?=\/bookings)/, "");
    const second = await parent("GET", path);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.next).toBeNull();
    const weeks = [first, second].flatMap(({ body }) => body.items as { week: number }[]);
    expect(weeks.map(({ week }) => week)).toEqual([4, 5, 6]);
  });
});

describe("slots over REST", () => {
  const path = () => `/enrolments/${rush.families[0]?.enrolment.id}/slots?week=4`;

  it("are the starts a family can book, on the school's wall clock and in UTC", async () => {
    const { status, body, headers } = await parent("GET", path());
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const slots = body.slots as Record<string, unknown>[];
    expect(slots).toHaveLength(80);
    expect(slots[0]).toEqual({
      startsAt: "2026-11-01T22:00:00Z",
      endsAt: "2026-11-01T22:45:00Z",
      day: "2026-11-02",
      time: "09:00",
      roomName: rush.course.room.name,
      besideSibling: null,
    });
    expect(body.window).toEqual({ state: "open", closesAt: null });
  });

  it("are not sent again while nothing changed, and are once somebody booked", async () => {
    const first = await parent("GET", path());
    const known = { headers: { "if-none-match": String(first.headers.get("etag")) } };
    const second = await parent("GET", path(), known);
    expect(second).toMatchObject({ status: 304, text: "" });
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    await other("POST", "/bookings", { body: wish(1, 3) });
    const third = await parent("GET", path(), known);
    expect(third.status).toBe(200);
    expect(third.body.slots).toHaveLength(79);
  });

  it("leave the moved lesson's own time free for its move", async () => {
    const id = await booked(5);
    expect((await parent("GET", path())).body.slots).toHaveLength(79);
    expect((await parent("GET", `${path()}&moving=${id}`)).body.slots).toHaveLength(80);
  });
});

describe("booking over REST", () => {
  it("answers 201 with the booking's address, which leads to the whole of it", async () => {
    const { status, body, headers } = await parent("POST", "/bookings", { body: wish(0, 0) });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String) as string, ...wish(0, 0) });
    const location = headers.get("location");
    expect(location).toBe(`/api/v1/schools/${rush.school.slug}/bookings/${String(body.id)}`);
    const whole = await parent("GET", `/bookings/${String(body.id)}`);
    expect(whole.body).toMatchObject({
      state: "CONFIRMED",
      startsAt: "2026-11-01T22:00:00Z",
      cancelBy: "2026-10-31T22:00:00Z",
      roomName: rush.course.room.name,
    });
  });

  it("offers the nearest free starts for a slot that is taken, and no room, name or id", async () => {
    await other("POST", "/bookings", { body: wish(1, 3) });
    const { status, body, headers } = await parent("POST", "/bookings", { body: wish(0, 3) });
    expect(status).toBe(409);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toEqual({
      type: "urn:musicnme:problem:slot-taken",
      title: "Slot taken",
      status: 409,
      code: "slot-taken",
      detail: expect.any(String) as string,
      requestId: headers.get("x-request-id"),
      alternatives: [2, 4, 1, 5, 0].map((slot) => ({
        startsAt: isoFromInstant(startOf(rush.school, slot)),
        endsAt: new Date(startOf(rush.school, slot) + 0.75 * HOUR_MS)
          .toISOString()
          .replace(".000Z", "Z"),
      })),
    });
  });

  it("refuses a second booking of a week as a clash, and a start off the grid as a mistake", async () => {
    await booked(0);
    const second = await parent("POST", "/bookings", { body: wish(0, 5) });
    expect(second).toMatchObject({ status: 409, body: { code: "week-already-booked" } });
    const off = { ...wish(1, 0), startsAt: "2026-11-03T00:01:00Z" };
    expect(await other("POST", "/bookings", { body: off })).toMatchObject({
      status: 422,
      body: { code: "off-grid" },
    });
  });

  it("moves in one step and answers with where the booking is", async () => {
    const id = await booked(0);
    const startsAt = isoFromInstant(startOf(rush.school, 7));
    const moved = await parent("PATCH", `/bookings/${id}`, { body: { startsAt } });
    expect(moved).toMatchObject({ status: 200, body: { ...wish(0, 7), id } });
    expect((await parent("GET", `/bookings/${id}`)).body.startsAt).toBe(startsAt);
  });

  it("keeps a booking where it is when the wanted time is taken", async () => {
    const id = await booked(0);
    await other("POST", "/bookings", { body: wish(1, 7) });
    const startsAt = isoFromInstant(startOf(rush.school, 7));
    const moved = await parent("PATCH", `/bookings/${id}`, { body: { startsAt } });
    expect(moved).toMatchObject({ status: 409, body: { code: "slot-taken" } });
    expect(moved.body.alternatives).toHaveLength(5);
    const { body } = await parent("GET", `/bookings/${id}`);
    expect(body.startsAt).toBe(isoFromInstant(startOf(rush.school, 0)));
  });

  it("cancels inside the notice, and refuses later with the reason", async () => {
    const id = await booked(0);
    vi.setSystemTime(startOf(rush.school, 0) - 23 * HOUR_MS);
    const late = await parent("DELETE", `/bookings/${id}`);
    expect(late).toMatchObject({ status: 422, body: { code: "inside-notice-period" } });
    expect(late.body.detail).toContain("02 5550 1234");
    vi.setSystemTime(startOf(rush.school, 0) - 24 * HOUR_MS);
    const inTime = await parent("DELETE", `/bookings/${id}`);
    expect(inTime).toMatchObject({ status: 200, body: { id, state: "CANCELLED" } });
    const again = await parent("DELETE", `/bookings/${id}`);
    expect(again).toMatchObject({ status: 409, body: { code: "not-confirmed" } });
  });

  it("changes only what a caller has seen, where it says so: 412 with the present state", async () => {
    const id = await booked(0);
    const seen = await parent("GET", `/bookings/${id}`);
    const etag = String(seen.headers.get("etag"));
    const ifMatch = { headers: { "if-match": etag } };
    const known = { headers: { "if-none-match": etag } };
    expect(await parent("GET", `/bookings/${id}`, known)).toMatchObject({ status: 304 });
    const to = (slot: number) => ({
      body: { startsAt: isoFromInstant(startOf(rush.school, slot)) },
    });
    expect((await parent("PATCH", `/bookings/${id}`, to(7))).status).toBe(200);

    for (const stale of [
      await parent("DELETE", `/bookings/${id}`, ifMatch),
      await parent("PATCH", `/bookings/${id}`, { ...ifMatch, ...to(9) }),
    ]) {
      expect(stale).toMatchObject({
        status: 412,
        body: {
          code: "booking-changed",
          present: { state: "CONFIRMED", startsAt: to(7).body.startsAt, changedBy: "you" },
        },
      });
    }
    const fresh = await parent("GET", `/bookings/${id}`, known);
    expect(fresh.status).toBe(200);
    const now = String(fresh.headers.get("etag"));
    for (const tag of [`W/${now}`, '"nothing"']) {
      const sent = { headers: { "if-match": tag } };
      expect((await parent("DELETE", `/bookings/${id}`, sent)).status).toBe(412);
    }
    const key = { "if-match": `"other", ${now}`, "idempotency-key": "cancel-once" };
    const done = await parent("DELETE", `/bookings/${id}`, { headers: key });
    expect(done).toMatchObject({ status: 200, body: { state: "CANCELLED" } });
    const again = await parent("DELETE", `/bookings/${id}`, { headers: key });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const gone = await parent("DELETE", `/bookings/${id}`, { headers: { "if-match": now } });
    expect(gone).toMatchObject({ status: 412, body: { present: { state: "CANCELLED" } } });
    expect((await other("DELETE", `/bookings/${id}`, ifMatch)).status).toBe(404);
  });

  it("knows nothing of another family's enrolments and bookings", async () => {
    const id = await booked(0);
    const foreign = [
      other("GET", `/bookings/${id}`),
      other("DELETE", `/bookings/${id}`),
      other("PATCH", `/bookings/${id}`, { body: { startsAt: wish(0, 1).startsAt } }),
      other("POST", "/bookings", { body: wish(0, 2) }),
      other("GET", `/enrolments/${rush.families[0]?.enrolment.id}/slots?week=4`),
    ];
    for (const reply of await Promise.all(foreign)) {
      expect(reply).toMatchObject({ status: 404, body: { code: "not-found" } });
    }
    expect((await other("GET", "/bookings")).body.items).toEqual([]);
  });
});
