import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { date } from "@/lib/testing/insert-row";
import type { OwedWorld } from "@/lib/testing/owed-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { plusMinutes } from "@/lib/time/instant";
import type { JobsQuery } from "./list-owed-work";

const { stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { countOwedWork, redriveAsSystem } = await import("@/lib/events/redrive");
const { aBookedLesson, auditOf, jobFails, noticesOf, runAll } =
  await import("@/lib/testing/owed-factory");
const { getJobsHealth } = await import("./get-jobs-health");
const { listOwedWork } = await import("./list-owed-work");
const { redriveAll } = await import("./redrive-all");
const { redriveEvent } = await import("./redrive-event");

afterAll(async () => {
  await closePools();
  await stop();
});

let world: OwedWorld;
beforeEach(async () => {
  world = await aBookedLesson();
});

const list = (ctx: SchoolContext, state: JobsQuery["state"]) =>
  listOwedWork(ctx, { state, page: 1 }).then(({ rows }) => rows);

describe("a job that failed", () => {
  it("is listed in plain words with what it is about and why, and is done once it is tried again", async () => {
    await jobFails(world);
    const { ctx, school, eventId } = world;
    expect(await list(ctx, "failing")).toMatchObject([
      {
        ...{ eventId, what: "Lesson booked", effect: "tell the family", attempts: 5 },
        ...{ about: "Mia Shah, Piano", why: "The email service cannot be reached." },
      },
    ]);
    expect(await getJobsHealth(ctx)).toMatchObject({ failing: 1, troubleSince: TEST_NOW });
    await redriveEvent(ctx, { eventId });
    expect(await getJobsHealth(ctx)).toMatchObject({ failing: 0, waiting: 1 });
    expect(await auditOf(school)).toEqual(["events/event.redriven"]);
    await runAll();
    expect(await noticesOf(school)).toBeGreaterThan(0);
    expect(await list(ctx, "failing")).toEqual([]);
    const done = await list(ctx, "done");
    expect(done).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ eventId, effect: "tell the family", why: null }),
      ]),
    );
    expect(await getJobsHealth(ctx)).toMatchObject({ failing: 0, waiting: 0, troubleSince: null });
    await expect(redriveEvent(ctx, { eventId })).rejects.toThrow("job-already-done");
  });

  it("is tried again by nobody of another school, nor seen there", async () => {
    await jobFails(world);
    const other = await aBookedLesson();
    const { eventId } = world;
    await expect(redriveEvent(other.ctx, { eventId })).rejects.toThrow(NotFound);
    expect(await redriveAll(other.ctx, { state: "failing" })).toBe(0);
    expect(await list(other.ctx, "failing")).toEqual([]);
    expect(await getJobsHealth(other.ctx)).toMatchObject({ failing: 0 });
    expect(await list(world.ctx, "failing")).toHaveLength(1);
  });

  it("is tried again with all others, noted once", async () => {
    await jobFails(world);
    expect(await redriveAll(world.ctx, { state: "failing" })).toBe(1);
    expect(await auditOf(world.school)).toEqual(["events/all.redriven"]);
    await runAll();
    expect(await list(world.ctx, "failing")).toEqual([]);
    expect(await redriveAll(world.ctx, { state: "failing" })).toBe(0);
  });

  it("counts as failing from the third try, though the engine goes on", async () => {
    await jobFails(world);
    const set = "UPDATE job_run SET state = 'WAITING', attempts = $2 WHERE event_id = $1";
    await superuserQuery(set, [world.eventId, 2]);
    expect(await getJobsHealth(world.ctx)).toMatchObject({ failing: 0, waiting: 1 });
    await superuserQuery(set, [world.eventId, 3]);
    expect(await getJobsHealth(world.ctx)).toMatchObject({ failing: 1, waiting: 0 });
  });
});

describe("an event that nobody can handle", () => {
  it("is parked with its reason, and goes its way once it can and a person sends it again", async () => {
    const { school, ctx, eventId } = await aBookedLesson("booking/lesson.bookt");
    await runAll();
    expect(await list(ctx, "parked")).toMatchObject([
      { eventId, about: "Mia Shah, Piano", why: expect.stringContaining("booking/lesson.bookt") },
    ]);
    expect(await getJobsHealth(ctx)).toMatchObject({ parked: 1 });
    const sql = "UPDATE outbox_event SET name = 'booking/lesson.booked' WHERE id = $1";
    await superuserQuery(sql, [eventId]);
    await redriveEvent(ctx, { eventId });
    await runAll();
    expect(await noticesOf(school)).toBeGreaterThan(0);
    expect(await getJobsHealth(ctx)).toMatchObject({ parked: 0, waiting: 0, troubleSince: null });
  });
});

describe("what waits", () => {
  it("is trouble only after ten minutes", async () => {
    const { school, ctx } = world;
    const sql = "UPDATE outbox_event SET occurred_at = $2 WHERE school_id = $1";
    await superuserQuery(sql, [school.id, date(plusMinutes(TEST_NOW, -9))]);
    expect(await getJobsHealth(ctx)).toMatchObject({ waiting: 1, late: 0, troubleSince: null });
    const since = plusMinutes(TEST_NOW, -11);
    await superuserQuery(sql, [school.id, date(since)]);
    expect(await getJobsHealth(ctx)).toMatchObject({ late: 1, troubleSince: since });
  });
});

describe("the command on the server", () => {
  it("sends again what failed, in one school or in all, and the audit trail tells of it", async () => {
    await jobFails(world);
    const other = await aBookedLesson();
    await jobFails(other);
    const [mine, theirs] = [world.school.id, other.school.id];
    expect(await countOwedWork(mine, TEST_NOW)).toMatchObject({ failing: { count: 1 } });
    const again = await redriveAsSystem({ schoolId: mine, which: "failing" }, TEST_NOW);
    expect(again).toMatchObject([{ schoolId: mine, eventId: world.eventId }]);
    expect(await auditOf(world.school)).toEqual(["events/event.redriven"]);
    expect(await countOwedWork(theirs, TEST_NOW)).toMatchObject({ failing: { count: 1 } });
    await redriveAsSystem({ schoolId: null, which: "failing" }, TEST_NOW);
    expect(await countOwedWork(theirs, TEST_NOW)).toMatchObject({ failing: { count: 0 } });
    await runAll();
    expect(await noticesOf(other.school)).toBeGreaterThan(0);
  });

  it("sends one event again by its id, and none that another school was asked for", async () => {
    await jobFails(world);
    const { eventId, school } = world;
    const elsewhere = (await aSchool()).id;
    expect(await redriveAsSystem({ schoolId: elsewhere, which: { eventId } }, TEST_NOW)).toEqual(
      [],
    );
    expect(await redriveAsSystem({ schoolId: null, which: { eventId } }, TEST_NOW)).toHaveLength(1);
    expect(await countOwedWork(school.id, TEST_NOW)).toMatchObject({ failing: { count: 0 } });
  });
});
