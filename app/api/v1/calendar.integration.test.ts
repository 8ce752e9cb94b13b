import { afterAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { apiCaller } from "@/lib/testing/api-caller";
import { anAdmin, type TestMember } from "@/lib/testing/people-factory";
import { serveRoutes } from "@/lib/testing/route-server";
import { aRush, startOf } from "@/lib/testing/rush-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { isoFromInstant } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server = await serveRoutes("app/api/v1");
const rush = await aRush({ families: 2 });
const guardian = rush.families[0]?.guardian as TestMember;
const parent = await apiCaller(server, rush.school, guardian);
const admin = await apiCaller(server, rush.school, await anAdmin(rush.school));
const WEEK = "from=2026-11-02&until=2026-11-09";

afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

type Entry = { id: string; startsAt: string; names: string[]; placeholder: object | null };

function entriesOf(body: Record<string, unknown>): Entry[] {
  return body.entries as Entry[];
}

describe("GET calendar", () => {
  it("answers an individual week with its placeholder and each booked lesson, in UTC", async () => {
    const startsAt = isoFromInstant(startOf(rush.school, 0));
    const enrolmentId = rush.families[0]?.enrolment.id;
    await parent("POST", "/bookings", { body: { enrolmentId, week: 4, startsAt } });
    const { status, body } = await admin("GET", `/calendar?${WEEK}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: "2026-11-02", until: "2026-11-09", students: [] });
    const entries = entriesOf(body);
    expect(entries.map(({ placeholder }) => placeholder)).toContainEqual({ booked: 1, owed: 2 });
    const booked = entries.find(({ placeholder }) => placeholder === null);
    expect(booked).toMatchObject({ startsAt, kind: "hybrid-individual", students: 1 });

    const own = await parent("GET", `/calendar?${WEEK}`);
    expect(entriesOf(own.body).map(({ id }) => id)).toContain(booked?.id);
    for (const { id } of entriesOf(own.body)) {
      expect((await parent("GET", `/calendar/${id}`)).body).toMatchObject({ id });
    }
    const others = await apiCaller(server, rush.school, rush.families[1]?.guardian as TestMember);
    expect((await others("GET", `/calendar/${booked?.id}`)).status).toBe(404);
    expect(JSON.stringify((await others("GET", `/calendar?${WEEK}`)).body)).not.toContain(
      String(booked?.id),
    );
  });

  it("is the caller's widest, or the one that is asked for and theirs", async () => {
    expect((await parent("GET", `/calendar?${WEEK}&owner=family`)).status).toBe(200);
    for (const owner of ["school", "teacher", "student"]) {
      expect((await parent("GET", `/calendar?${WEEK}&owner=${owner}`)).status, owner).toBe(404);
    }
  });

  it("is empty for ids that nobody of the school has", async () => {
    const { body } = await admin("GET", `/calendar?${WEEK}&teacherId=${newId()}`);
    expect(body.entries).toEqual([]);
  });

  it.each([
    ["", "from"],
    ["from=2026-11-02", "until"],
    ["from=2026-11-02&until=soon", "until"],
    ["from=2026-02-30&until=2026-03-02", "from"],
    ["from=2026-11-02&until=2026-11-02", "until"],
    ["from=2026-11-02&until=2026-11-01", "until"],
    ["from=2026-11-02&until=2026-12-15", "until"],
    [`${WEEK}&owner=everybody`, "owner"],
    [`${WEEK}&kinds=`, "kinds.0"],
    [`${WEEK}&kinds=band,solo`, "kinds.1"],
    [`${WEEK}&teacherId=1`, "teacherId"],
  ])("says what is wrong with ?%s", async (query, field) => {
    const { status, headers, body } = await admin("GET", `/calendar?${query}`);
    expect(status).toBe(400);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ code: "invalid-input" });
    expect(body.fields).toContainEqual(expect.objectContaining({ path: field }));
  });

  it("takes six weeks", async () => {
    expect((await admin("GET", "/calendar?from=2026-11-02&until=2026-12-14")).status).toBe(200);
  });
});

describe("GET calendar/{id}", () => {
  it("finds nothing by what is no id, nobody's id, or a day without a placeholder", async () => {
    const course = rush.course.id;
    const odd = ["1", "null", "%27", "%00", `${newId()}x`, "a".repeat(3000), newId()];
    for (const id of [...odd, `${course}-2026-11-03`, `${course}-2026-02-30`, `${course}-`]) {
      const { status, body } = await admin("GET", `/calendar/${id}`);
      expect([status, body.code], id.slice(0, 60)).toEqual([404, "not-found"]);
    }
  });
});
