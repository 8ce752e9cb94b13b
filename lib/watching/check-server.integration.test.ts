import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import { asInstant, dateFromInstant, systemNow } from "@/lib/time/instant";

// A copy of its own: the outbox is looked at for every school.
await useChangedCopy("SELECT 1");
const { database, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { serveRoutes } = await import("@/lib/testing/route-server");
const server = await serveRoutes("app/api/{health,ready}");

const uptime = vi.spyOn(process, "uptime");
let school: TestSchool;

beforeEach(async () => {
  uptime.mockReturnValue(10_000);
  await superuserQuery("TRUNCATE outbox_event, cron_run CASCADE");
  school = await aSchool();
});

afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
  await closePools();
  await stop();
});

const ago = (seconds: number) => dateFromInstant(asInstant(systemNow() - seconds * 1_000));

async function anEvent(seconds: number, end: "owed" | "sent" | "parked" = "owed"): Promise<string> {
  const id = newId();
  const at = ago(seconds);
  await superuserQuery(
    `INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at, sent_at, parked_at, parked_reason)
     VALUES ($1, $2, 'booking/lesson.booked', '{}', $3, $3, $4, $5, $6)`,
    [
      school.id,
      id,
      at,
      end === "sent" ? at : null,
      end === "parked" ? at : null,
      end === "parked" ? "x" : null,
    ],
  );
  return id;
}

async function aHeartbeat(seconds: number): Promise<void> {
  await superuserQuery(
    "INSERT INTO cron_run (job, started_at, done_at) VALUES ('heartbeat', $1, $1)",
    [ago(seconds)],
  );
}

async function ask(path: "health" | "ready") {
  const response = await fetch(`${server.url}/api/${path}`);
  const body = (await response.json()) as {
    checks: Record<string, unknown>;
    outbox: Record<string, number>;
  };
  return { status: response.status, body };
}

describe("/api/health", () => {
  it("says how old the oldest event is that is still owed, and not what it is about", async () => {
    await anEvent(10_000, "sent");
    await anEvent(20_000, "parked");
    expect(await ask("health")).toEqual({
      status: 200,
      body: { status: "ok", outbox: { oldestUnsentSeconds: 0, unsent: 0, parked: 1 } },
    });
    await anEvent(30);
    await anEvent(4_000);
    const { body } = await ask("health");
    expect(body).toMatchObject({ outbox: { unsent: 2, parked: 1 } });
    const { oldestUnsentSeconds } = body.outbox;
    expect(oldestUnsentSeconds).toBeGreaterThanOrEqual(4_000);
    expect(oldestUnsentSeconds).toBeLessThan(4_060);
  });

  it("is one round trip", async () => {
    await ask("health");
    database.cutAfter(Infinity);
    await ask("health");
    expect(database.passed()).toBe(9);
  });

  it("walks through what is owed alone, however much was sent", async () => {
    await superuserQuery(
      `INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at, sent_at)
       SELECT $1, gen_random_uuid(), 'booking/lesson.booked', '{}', now(), now(), now()
         FROM generate_series(1, 50000)`,
      [school.id],
    );
    await anEvent(5);
    await superuserQuery("ANALYZE outbox_event");
    const { rows } = await superuserQuery(
      `EXPLAIN SELECT min(occurred_at), count(*),
              (SELECT count(*) FROM outbox_event WHERE parked_at IS NOT NULL)
         FROM outbox_event WHERE sent_at IS NULL AND parked_at IS NULL`,
    );
    const plan = JSON.stringify(rows);
    expect(plan).toContain("outbox_event_unsent");
    expect(plan).toContain("outbox_event_parked");
    expect(plan).not.toContain("Seq Scan");
    expect((await ask("health")).body).toMatchObject({ outbox: { unsent: 1 } });
  });
});

describe("/api/ready", () => {
  it("is 200 when everything is there, with numbers and nothing else", async () => {
    await aHeartbeat(30);
    await anEvent(20);
    const event = await anEvent(20, "sent");
    await superuserQuery(
      `INSERT INTO job_run (school_id, event_id, job, state, created_at)
       VALUES ($1, $2, 'a', 'WAITING', now()), ($1, $2, 'b', 'FAILED', now()), ($1, $2, 'c', 'FAILED', now())`,
      [school.id, event],
    );
    const { status, body } = await ask("ready");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "ready",
      checks: {
        database: { ok: true },
        migrations: { ok: true, missing: 0 },
        relay: { ok: true, unsent: 1, parked: 0 },
        heartbeat: { ok: true },
        jobs: { ok: true, waiting: 1, failed: 2 },
        clocks: { ok: true, differingZones: null },
        running: { ok: true, upSeconds: 10_000 },
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/2026\d+_|lesson|@/);
  });

  it.each([
    ["an event has been owed for two minutes", () => anEvent(120), "relay"],
    [
      "the clock stopped an hour ago",
      () => superuserQuery("UPDATE cron_run SET done_at = now() - interval '1 hour'"),
      "heartbeat",
    ],
    ["the clock never ran", () => superuserQuery("DELETE FROM cron_run"), "heartbeat"],
  ])("is 503 when %s", async (_what, happens, check) => {
    await aHeartbeat(30);
    await happens();
    const { status, body } = await ask("ready");
    expect(status).toBe(503);
    expect(body.checks[check]).toMatchObject({ ok: false });
  });

  it("gives the clock of a server that has only just started three minutes", async () => {
    uptime.mockReturnValue(100);
    expect((await ask("ready")).status).toBe(200);
  });

  it("is 503 when a migration is missing, was rolled back or has not ended", async () => {
    await aHeartbeat(30);
    const [first] = (await superuserQuery("SELECT * FROM _prisma_migrations ORDER BY 1 LIMIT 1"))
      .rows;
    const of = [first?.["id"]];
    for (const [away, back] of [
      ["SET rolled_back_at = now()", "SET rolled_back_at = NULL"],
      ["SET finished_at = NULL", "SET finished_at = now()"],
      [
        "SET migration_name = 'another'",
        `SET migration_name = '${String(first?.["migration_name"])}'`,
      ],
    ]) {
      await superuserQuery(`UPDATE _prisma_migrations ${away} WHERE id = $1`, of);
      const { status, body } = await ask("ready");
      expect([status, body.checks["migrations"]]).toEqual([503, { ok: false, missing: 1 }]);
      await superuserQuery(`UPDATE _prisma_migrations ${back} WHERE id = $1`, of);
    }
    expect((await ask("ready")).status).toBe(200);
  });

  it("is 503, and not an error, on a database of an older build", async () => {
    await aHeartbeat(30);
    await superuserQuery(
      "REVOKE SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations FROM mnm_system",
    );
    const { status, body } = await ask("ready");
    expect(status).toBe(503);
    expect(body.checks).toMatchObject({ database: { ok: true }, migrations: { ok: false } });
    await superuserQuery(
      "GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO mnm_system",
    );
  });
});

describe("a database that is gone", () => {
  it("makes both 503, and names nothing", async () => {
    await database.stop();
    expect(await ask("health")).toEqual({ status: 503, body: { status: "unavailable" } });
    const { status, body } = await ask("ready");
    expect(status).toBe(503);
    expect(body.checks).toMatchObject({
      database: { ok: false },
      migrations: { ok: false },
      relay: { ok: false },
      heartbeat: { ok: false },
    });
  });
});
