import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { anAvailability } from "@/lib/testing/availability-factory";
import { apiCaller, type ApiCaller } from "@/lib/testing/api-caller";
import { aStudent } from "@/lib/testing/people-factory";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aRush, liveBookings, startOf, weekOf, type Rush } from "@/lib/testing/rush-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { isoFromInstant } from "@/lib/time/instant";

const MONDAYS_AT_THREE = 8;
const SLOTS_A_WEEK = 80;

let server: RouteServer;
let rush: Rush;
let parent: ApiCaller;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
  server = await serveRoutes("app/api/v1");
});
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

beforeEach(async () => {
  rush = await aRush({ families: 1 });
  const [family] = rush.families;
  if (family === undefined) throw new Error("The family is missing.");
  parent = await apiCaller(server, rush.school, family.guardian);
});

function wish(slot: number) {
  const startsAt = isoFromInstant(startOf(rush.school, slot));
  return { enrolmentId: rush.families[0]?.enrolment.id, week: 4, startsAt };
}

describe("the same request again", () => {
  it("answers the same request again with the same booking, whatever became of it since", async () => {
    const key = newId();
    const first = await parent("POST", "/bookings", { body: wish(0), key });
    await parent("DELETE", `/bookings/${String(first.body.id)}`);
    const again = await parent("POST", "/bookings", { body: wish(0), key });
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(await liveBookings(rush.school)).toHaveLength(0);
  });

  it("answers a repeated booking or move as it did at first, and says that nothing was done now", async () => {
    const [bookKey, moveKey] = [newId(), newId()];
    const startsAt = isoFromInstant(startOf(rush.school, 7));
    const book = () => parent("POST", "/bookings", { body: wish(0), key: bookKey });
    const first = await book();
    const path = `/bookings/${String(first.body.id)}`;
    const move = () => parent("PATCH", path, { body: { startsAt }, key: moveKey });
    const moved = await move();
    const later = isoFromInstant(startOf(rush.school, 9));
    await parent("PATCH", path, { body: { startsAt: later } });
    for (const [once, again] of [
      [first, await book()],
      [moved, await move()],
    ] as const) {
      expect(again).toMatchObject({ status: once.status, text: once.text });
      expect(once.headers.get("idempotent-replayed")).toBeNull();
      expect(again.headers.get("idempotent-replayed")).toBe("true");
    }
    expect((await parent("GET", path)).body).toMatchObject({ startsAt: later, week: 4 });
  });

  it("answers a repeated cancellation as it did at first", async () => {
    const key = newId();
    const path = `/bookings/${String((await parent("POST", "/bookings", { body: wish(0) })).body.id)}`;
    const first = await parent("DELETE", path, { key });
    const again = await parent("DELETE", path, { key });
    expect(again).toMatchObject({ status: 200, text: first.text });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
  });

  it("refuses the same key for another wish", async () => {
    const key = newId();
    await parent("POST", "/bookings", { body: wish(0), key });
    const again = await parent("POST", "/bookings", { body: wish(1), key });
    expect(again).toMatchObject({ status: 422, body: { code: "request-key-reused" } });
  });

  it("does one of two wishes that come with one key at the same moment", async () => {
    const { school, course, families } = rush;
    const [family] = families;
    if (family === undefined) throw new Error("The family is missing.");
    const other = await aHybridCourse(school, { term: course.term, plan: "IIIIIIIIII" });
    await anAvailability(school, other.teacher, { location: other.room.location });
    const sibling = await anEnrolment(other, await aStudent(school, family, "Tom"));
    for (let n = 0; n < 5; n += 1) {
      const slot = MONDAYS_AT_THREE + n * SLOTS_A_WEEK;
      const body = { week: weekOf(slot), startsAt: isoFromInstant(startOf(school, slot)) };
      const ids = [family.enrolment.id, sibling.id];
      const key = newId();
      const replies = await Promise.all(
        ids.map((enrolmentId) =>
          parent("POST", "/bookings", { body: { ...body, enrolmentId }, key }),
        ),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
    }
    expect(await liveBookings(school)).toHaveLength(5);
  });
});
