import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId, type OutboxEventId, type SchoolId } from "@/lib/ids";
import { testUrls } from "@/lib/testing/database";
import type { OwedJobs } from "./claim-events";
import { startEmbeddedRunner, type EmbeddedRunner, type RunnerOptions } from "./embedded-runner";
import type { EventJob, OwedJob, Try } from "./job";

let runners: EmbeddedRunner[] = [];
let troubles: unknown[] = [];
let school: SchoolId;
beforeEach(() => {
  school = newId<SchoolId>();
  troubles = [];
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
  expect(troubles).toEqual([]);
});

async function aRunner(options: Partial<RunnerOptions>): Promise<EmbeddedRunner> {
  const runner = await startEmbeddedRunner({
    connectionString: testUrls().jobs,
    jobs: [],
    crons: [],
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  runners.push(runner);
  return runner;
}

function owed(count: number, job = "a-job", schoolId = school): OwedJobs[] {
  return Array.from({ length: count }, () => ({
    event: {
      ...{ schoolId, id: newId<OutboxEventId>(), name: "test/happened", data: { a: 1 } },
      ...{ occurredAt: new Date(0), attempts: 1, redriven: 0 },
    },
    jobs: [job],
  }));
}

type Seen = OwedJob & Try;

/** A job that notes what it is given, after `work`. */
function aJob(seen: Seen[], work: () => Promise<void> = async () => undefined): EventJob {
  return {
    id: "a-job",
    lane: "work",
    carryOut: async (given, tried) => {
      seen.push({ ...given, ...tried });
      await work();
    },
  };
}

async function until(isSo: () => boolean, mostMs = 20_000): Promise<void> {
  const deadline = performance.now() + mostMs;
  while (!isSo() && performance.now() < deadline) await pause(20);
  expect(isSo()).toBe(true);
}

describe("the runner inside the app", { timeout: 60_000 }, () => {
  it("runs one job for each function and event, however often it is handed on", async () => {
    const seen: Seen[] = [];
    const runner = await aRunner({ jobs: [aJob(seen)] });
    const events = owed(30);
    await Promise.all([runner.handOn(events), runner.handOn(events)]);
    await runner.handOn(events);
    await until(() => seen.length >= 30);
    await pause(500);
    expect(seen.map(({ eventId }) => eventId).sort()).toEqual(
      events.map(({ event }) => event.id).sort(),
    );
    expect(seen[0]).toMatchObject({ schoolId: school, data: { a: 1 }, attempt: 0 });
  });

  it("shares the jobs of one queue among processes, and runs none twice", async () => {
    const [here, there]: [Seen[], Seen[]] = [[], []];
    const runner = await aRunner({ jobs: [aJob(here, () => pause(20))] });
    await aRunner({ jobs: [aJob(there, () => pause(20))] });
    await runner.handOn(owed(60));
    await until(() => here.length + there.length >= 60);
    expect(new Set([...here, ...there].map(({ eventId }) => eventId)).size).toBe(60);
  });

  it("tries again what failed, later each time, and says which try it is", async () => {
    const seen: Seen[] = [];
    const fails = () => Promise.reject(new Error("the vendor is down"));
    const job = aJob(seen, () => (seen.length < 2 ? fails() : Promise.resolve()));
    const runner = await aRunner({ jobs: [job] });
    await runner.handOn(owed(1));
    await until(() => seen.length === 2, 30_000);
    expect(seen.map(({ attempt }) => attempt)).toEqual([0, 1]);
    expect(seen[0]?.most).toBeGreaterThan(1);
  });

  it("lets one job that fails fail alone", async () => {
    const seen: Seen[] = [];
    const [bad, ...good] = owed(8);
    const job: EventJob = {
      ...aJob(seen),
      carryOut: async (given, tried) => {
        if (given.eventId === bad?.event.id) throw new Error("rubbish");
        seen.push({ ...given, ...tried });
      },
    };
    const runner = await aRunner({ jobs: [job] });
    await runner.handOn(bad === undefined ? good : [bad, ...good]);
    await until(() => seen.length === 7);
  });

  it("runs no more at once of one school than its share, and others meanwhile", async () => {
    let most = 0;
    let now = 0;
    const seen: Seen[] = [];
    const other = newId<SchoolId>();
    const job: EventJob = {
      ...aJob(seen),
      carryOut: async (given, tried) => {
        const own = given.schoolId === school;
        if (own) most = Math.max(most, (now += 1));
        await pause(100);
        if (own) now -= 1;
        seen.push({ ...given, ...tried });
      },
    };
    const runner = await aRunner({ jobs: [job] });
    await runner.handOn([...owed(30), ...owed(2, "a-job", other)]);
    await until(() => seen.length === 32);
    expect(most).toBeLessThanOrEqual(3);
    const place = seen.findIndex(({ schoolId }) => schoolId === other);
    expect(place).toBeLessThan(6);
  });

  it("makes up a job of the clock when it starts, and keeps none that is gone", async () => {
    let ran = 0;
    const cron = { id: `cron-${school}`, cron: "0 3 1 1 *", carryOut: async () => void (ran += 1) };
    await aRunner({ crons: [cron] });
    await until(() => ran === 1);
  });

  it("runs mail beside other work: a slow vendor holds nothing else up", async () => {
    const seen: Seen[] = [];
    const mail: EventJob = { id: "mail", lane: "mail", carryOut: () => pause(3_000) };
    const runner = await aRunner({ jobs: [aJob(seen), mail] });
    await runner.handOn(owed(20, "mail"));
    await runner.handOn(owed(3));
    await until(() => seen.length === 3, 2_500);
  });
});
