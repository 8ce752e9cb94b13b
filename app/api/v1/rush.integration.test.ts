import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { apiCaller, type ApiCaller, type ApiReply } from "@/lib/testing/api-caller";
import { serveRoutes, type RouteServer } from "@/lib/testing/route-server";
import { aRush, liveBookings, overlaps, startOf, type Rush } from "@/lib/testing/rush-factory";
import { aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { isoFromInstant } from "@/lib/time/instant";

let server: RouteServer;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
  server = await serveRoutes("app/api/v1");
});
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

type Family = { call: ApiCaller; book: (slot: number, key?: string) => Promise<ApiReply> };

async function familiesOf({ school, families }: Rush): Promise<Family[]> {
  return Promise.all(
    families.map(async ({ guardian, enrolment }) => {
      const call = await apiCaller(server, school, guardian);
      const book = (slot: number, key: string = newId()) => {
        const startsAt = isoFromInstant(startOf(school, slot));
        return call("POST", "/bookings", {
          body: { enrolmentId: enrolment.id, week: 4, startsAt },
          key,
        });
      };
      return { call, book };
    }),
  );
}

async function aCrowd(families: number): Promise<{ rush: Rush; crowd: [Family, ...Family[]] }> {
  const rush = await aRush({ families });
  const [first, ...others] = await familiesOf(rush);
  if (first === undefined) throw new Error("a crowd has somebody");
  return { rush, crowd: [first, ...others] };
}

/** "201", or the code of the problem. */
function toldOf(replies: readonly ApiReply[]): string[] {
  return replies.map(({ status, body }) => String(body.code ?? status)).sort();
}

function times(count: number, told: string): string[] {
  return Array.from({ length: count }, () => told);
}

async function expectLive(rush: Rush, count: number): Promise<void> {
  expect(await liveBookings(rush.school)).toHaveLength(count);
  expect(await overlaps(rush.school)).toBe(0);
}

describe("many families at the same moment, over HTTP", () => {
  it("one has the slot that twenty want; the others get 409 with free starts that really are free", async () => {
    const { rush, crowd } = await aCrowd(20);
    const replies = await Promise.all(crowd.map(({ book }) => book(7)));
    expect(toldOf(replies)).toEqual(["201", ...times(19, "slot-taken")]);
    const taken = isoFromInstant(startOf(rush.school, 7));
    for (const { body } of replies.filter(({ status }) => status === 409)) {
      const starts = (body.alternatives as { startsAt: string }[]).map(({ startsAt }) => startsAt);
      expect(starts).toHaveLength(5);
      expect(starts).not.toContain(taken);
    }
    await expectLive(rush, 1);
  });

  it("all have theirs when everybody wants another slot", async () => {
    const { rush, crowd } = await aCrowd(40);
    const replies = await Promise.all(crowd.map(({ book }, slot) => book(slot)));
    expect(toldOf(replies)).toEqual(times(40, "201"));
    await expectLive(rush, 40);
  });

  it("the same press four times gives one booking and one answer", async () => {
    const { rush, crowd } = await aCrowd(1);
    const key = newId();
    const replies = await Promise.all([1, 2, 3, 4].map(() => crowd[0].book(3, key)));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    await expectLive(rush, 1);
  });

  it("two tabs with different slots of one week: one booking, the other tab is told", async () => {
    const { rush, crowd } = await aCrowd(1);
    const replies = await Promise.all([1, 2].map((slot) => crowd[0].book(slot)));
    expect(toldOf(replies)).toEqual(["201", "week-already-booked"]);
    await expectLive(rush, 1);
  });

  it("a move and nine bookings for one slot: one has it, and the mover still has a lesson", async () => {
    const { rush, crowd } = await aCrowd(10);
    const [mover, ...others] = crowd;
    const { body } = await mover.book(0);
    const startsAt = isoFromInstant(startOf(rush.school, 9));
    const replies = await Promise.all([
      mover.call("PATCH", `/bookings/${String(body.id)}`, { body: { startsAt } }),
      ...others.map(({ book }) => book(9)),
    ]);
    expect(replies.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(replies.filter(({ body: told }) => told.code === "slot-taken")).toHaveLength(9);
    await expectLive(rush, replies[0]?.status === 200 ? 1 : 2);
  });

  it("a slot that is cancelled is had by one of those who wait for it", async () => {
    const { rush, crowd } = await aCrowd(8);
    const [holder, ...others] = crowd;
    const { body } = await holder.book(4);
    const [cancelled, ...early] = await Promise.all([
      holder.call("DELETE", `/bookings/${String(body.id)}`),
      ...others.map(({ book }) => book(4)),
    ]);
    expect(cancelled).toMatchObject({ status: 200, body: { state: "CANCELLED" } });
    const late = await Promise.all(others.map(({ book }) => book(4)));
    expect([...early, ...late].filter(({ status }) => status === 201)).toHaveLength(1);
    await expectLive(rush, 1);
  });

  it("the same cancellation three times at once is carried out once", async () => {
    const { rush, crowd } = await aCrowd(1);
    const { body } = await crowd[0].book(4);
    const key = newId();
    const path = `/bookings/${String(body.id)}`;
    const replies = await Promise.all([1, 2, 3].map(() => crowd[0].call("DELETE", path, { key })));
    expect(toldOf(replies)).toEqual(times(3, "200"));
    await expectLive(rush, 0);
  });

  it("the last room goes to one of two teachers' families", async () => {
    const school = await aSchool();
    const one = await aRush({ families: 4, school });
    const { room, term } = one.course;
    const course = await aHybridCourse(school, { room, term, plan: "IIIIIIIIII", capacity: 300 });
    const two = await aRush({ families: 4, school, course });
    const crowd = [...(await familiesOf(one)), ...(await familiesOf(two))];
    const replies = await Promise.all(crowd.map(({ book }) => book(2)));
    expect(toldOf(replies)).toEqual(["201", ...times(7, "slot-taken")]);
    await expectLive(one, 1);
  });
});
