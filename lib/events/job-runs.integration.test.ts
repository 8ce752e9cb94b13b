import { beforeEach, describe, expect, it } from "vitest";
import { newId, type OutboxEventId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes } from "@/lib/time/instant";
import { redriveForgotten, settleJobRun, type JobKey, type JobOutcome } from "./job-runs";

const LOST: JobOutcome = { state: "FAILED", reason: "the vendor is down", last: false };
const GIVEN_UP: JobOutcome = { ...LOST, last: true };

let school: TestSchool;
let key: JobKey;
beforeEach(async () => {
  school = await aSchool();
  key = { schoolId: school.id, eventId: newId<OutboxEventId>(), job: "a-job" };
  const at = date(TEST_NOW);
  const times = { occurredAt: at, dueAt: at, sentAt: at };
  await insertRow("outbox_event", {
    ...{ schoolId: school.id, id: key.eventId, name: "test/good", data: "{}", ...times },
  });
  await insertRow("job_run", {
    ...{ schoolId: school.id, eventId: key.eventId, job: key.job, createdAt: at },
  });
});

async function run() {
  const { rows } = await superuserQuery(
    `SELECT state::text, attempts, last_error AS error FROM job_run WHERE event_id = $1`,
    [key.eventId],
  );
  return rows[0];
}

async function isSentAgain(): Promise<boolean> {
  const { rows } = await superuserQuery(
    "SELECT 1 FROM outbox_event WHERE id = $1 AND sent_at IS NULL AND redriven = 1",
    [key.eventId],
  );
  return rows.length === 1;
}

describe("what became of an owed job", () => {
  it("is kept with how often it was tried and why it failed", async () => {
    await settleJobRun(key, LOST, TEST_NOW);
    expect(await run()).toEqual({ state: "WAITING", attempts: 1, error: "the vendor is down" });
    await settleJobRun(key, GIVEN_UP, TEST_NOW);
    expect(await run()).toEqual({ state: "FAILED", attempts: 2, error: "the vendor is down" });
    await settleJobRun(key, { state: "DONE" }, TEST_NOW);
    expect(await run()).toEqual({ state: "DONE", attempts: 3, error: null });
  });

  it("stays done, whichever try ends last", async () => {
    await settleJobRun(key, { state: "DONE" }, TEST_NOW);
    await settleJobRun(key, GIVEN_UP, plusMinutes(TEST_NOW, 1));
    expect(await run()).toMatchObject({ state: "DONE", error: null });
  });

  it("is known even when the engine was faster than the relay", async () => {
    const other = { ...key, job: "b-job" };
    await settleJobRun(other, { state: "DONE" }, TEST_NOW);
    const { rows } = await superuserQuery(
      "SELECT state::text FROM job_run WHERE job = 'b-job' AND event_id = $1",
      [key.eventId],
    );
    expect(rows).toEqual([{ state: "DONE" }]);
  });
});

describe("a job that the engine has lost or given up", () => {
  it("is sent again once nobody has tried it for a while", async () => {
    await settleJobRun(key, GIVEN_UP, TEST_NOW);
    await redriveForgotten(plusMinutes(TEST_NOW, 14));
    expect(await isSentAgain()).toBe(false);
    await redriveForgotten(plusMinutes(TEST_NOW, 16));
    expect(await isSentAgain()).toBe(true);
  });

  it("is sent again even if it was never tried at all", async () => {
    await redriveForgotten(plusMinutes(TEST_NOW, 16));
    expect(await isSentAgain()).toBe(true);
  });

  it("waits for a person after three days", async () => {
    await settleJobRun(key, GIVEN_UP, plusHours(TEST_NOW, 72));
    await redriveForgotten(plusHours(TEST_NOW, 73));
    expect(await isSentAgain()).toBe(false);
  });

  it("is left alone when it is done", async () => {
    await settleJobRun(key, { state: "DONE" }, TEST_NOW);
    await redriveForgotten(plusMinutes(TEST_NOW, 16));
    expect(await isSentAgain()).toBe(false);
  });
});
