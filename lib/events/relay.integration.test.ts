import { beforeEach, describe, expect, it, vi } from "vitest";
import { newId, type OutboxEventId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { insertRow, date } from "@/lib/testing/insert-row";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusMinutes } from "@/lib/time/instant";
import type { OutboxEnvelope, OwedJobs } from "./claim-events";
import { relayOnce, type Relaying } from "./relay";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });

let school: TestSchool;
beforeEach(async () => {
  vi.setSystemTime(TEST_NOW);
  school = await aSchool();
});

async function anEvent(name: string): Promise<OutboxEventId> {
  const id = newId<OutboxEventId>();
  const at = date(plusMinutes(TEST_NOW, -1));
  const row = { schoolId: school.id, id, name, data: "{}", occurredAt: at, dueAt: at };
  await insertRow("outbox_event", row);
  return id;
}

async function outbox(): Promise<Record<string, unknown>[]> {
  const { rows } = await superuserQuery(
    `SELECT name, sent_at IS NOT NULL AS sent, parked_reason AS parked, last_error AS error
       FROM outbox_event WHERE school_id = $1 ORDER BY name`,
    [school.id],
  );
  return rows;
}

async function jobRuns(): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    "SELECT job, state::text FROM job_run WHERE school_id = $1 ORDER BY job",
    [school.id],
  );
  return rows;
}

/** An engine that takes what it is given, but for events named "test/poison". */
function relaying(taken: string[], refuses = "test/poison"): Relaying {
  return {
    owedBy: ({ name }: OutboxEnvelope) =>
      name === "test/unknown" ? { unknown: "no such event" } : { jobs: ["a-job", "b-job"] },
    handOn: async (owed: readonly OwedJobs[]) => {
      if (owed.some(({ event }) => event.name === refuses)) throw new Error("cannot be taken");
      taken.push(...owed.map(({ event }) => event.id));
    },
    onFailure: () => undefined,
    onParked: () => undefined,
  };
}

describe("the relay", () => {
  it("parks what nobody can handle, with its reason, and hands on the others", async () => {
    const good = await anEvent("test/good");
    await anEvent("test/unknown");
    const taken: string[] = [];
    await relayOnce(relaying(taken));
    expect(taken).toContain(good);
    expect(await outbox()).toEqual([
      { name: "test/good", sent: true, parked: null, error: null },
      { name: "test/unknown", sent: false, parked: "no such event", error: null },
    ]);
    vi.setSystemTime(plusMinutes(TEST_NOW, 24 * 60));
    await relayOnce(relaying(taken));
    expect((await outbox())[1]).toMatchObject({ sent: false, parked: "no such event" });
  });

  it("lets one event that the engine refuses stand in nobody's way", async () => {
    const ids = [await anEvent("test/a"), await anEvent("test/b")];
    await anEvent("test/poison");
    const taken: string[] = [];
    await relayOnce(relaying(taken));
    expect(taken).toEqual(expect.arrayContaining(ids));
    expect(await outbox()).toEqual([
      { name: "test/a", sent: true, parked: null, error: null },
      { name: "test/b", sent: true, parked: null, error: null },
      { name: "test/poison", sent: false, parked: null, error: "cannot be taken" },
    ]);
  });

  it("keeps everything while the engine is down, and hands it on when it is back", async () => {
    const id = await anEvent("test/good");
    const taken: string[] = [];
    await relayOnce(relaying(taken, "test/good"));
    expect(await jobRuns()).toEqual([]);
    vi.setSystemTime(plusMinutes(TEST_NOW, 5));
    await relayOnce(relaying(taken));
    expect(taken).toContain(id);
  });

  it("owes each job of an event from the moment that the engine has it", async () => {
    await anEvent("test/good");
    await relayOnce(relaying([]));
    expect(await jobRuns()).toEqual([
      { job: "a-job", state: "WAITING" },
      { job: "b-job", state: "WAITING" },
    ]);
  });
});
