import { describe, expect, it } from "vitest";
import { parseInstant, type Instant } from "@/lib/time/instant";
import { readinessOf, type WatchFacts } from "./readiness";

const NOW = parseInstant("2026-11-26T00:00:00Z") as Instant;
const ago = (seconds: number) => new Date(NOW - seconds * 1_000);

const WELL: WatchFacts = {
  outbox: { oldestAt: ago(59), lateSince: ago(59), unsent: 3, parked: 2 },
  migrations: { known: ["1_a", "2_b"], applied: ["1_a", "2_b", "3_newer"] },
  heartbeatAt: ago(179),
  jobs: { waiting: 4, failed: 5 },
  differingZones: 1,
  upSeconds: 10_000,
  isStopping: false,
};

function askWith(changed: Partial<WatchFacts>) {
  return readinessOf({ ...WELL, ...changed }, NOW);
}

describe("a server", () => {
  it("is ready when its database is up to date and what is owed goes out", () => {
    expect(askWith({})).toEqual({
      status: "ready",
      checks: {
        database: { ok: true },
        migrations: { ok: true, missing: 0 },
        relay: { ok: true, oldestUnsentSeconds: 59, unsent: 3, parked: 2 },
        heartbeat: { ok: true, ageSeconds: 179 },
        jobs: { ok: true, waiting: 4, failed: 5 },
        clocks: { ok: true, differingZones: 1 },
        running: { ok: true, upSeconds: 10_000 },
      },
    });
  });

  it.each<[string, Partial<WatchFacts>, object]>([
    [
      "a migration is missing",
      { migrations: { known: ["1_a", "2_b"], applied: ["1_a"] } },
      { migrations: { ok: false, missing: 1 } },
    ],
    [
      "it does not know its own migrations",
      { migrations: { known: [], applied: ["1_a"] } },
      { migrations: { ok: false } },
    ],
    [
      "an event has been owed for a minute",
      { outbox: { oldestAt: ago(60), lateSince: ago(60), unsent: 1, parked: 0 } },
      { relay: { ok: false, oldestUnsentSeconds: 60 } },
    ],
    ["the clock stands still", { heartbeatAt: ago(180) }, { heartbeat: { ok: false } }],
    ["the clock never ran", { heartbeatAt: null }, { heartbeat: { ok: false, ageSeconds: null } }],
    ["the clock cannot be read", { heartbeatAt: undefined }, { heartbeat: { ok: false } }],
    [
      "the database is gone",
      { outbox: null, migrations: null, heartbeatAt: undefined, jobs: null, upSeconds: 1 },
      { database: { ok: false }, migrations: { ok: false }, relay: { ok: false } },
    ],
    ["it has been told to end", { isStopping: true }, { running: { ok: false } }],
  ])("is not ready when %s", (_what, changed, checks) => {
    expect(askWith(changed)).toMatchObject({ status: "not-ready", checks });
  });

  it("that has only just started gives the clock three minutes to run once", () => {
    expect(askWith({ heartbeatAt: null, upSeconds: 179 }).status).toBe("ready");
    expect(askWith({ heartbeatAt: ago(100_000), upSeconds: 179 }).status).toBe("ready");
    expect(askWith({ heartbeatAt: null, upSeconds: 180 }).status).toBe("not-ready");
  });

  it("is ready while the engine of jobs is down: what it does not take is tried again", () => {
    const outbox = { oldestAt: ago(9_000), lateSince: ago(-120), unsent: 7, parked: 0 };
    const { status, checks } = askWith({ outbox });
    expect(status).toBe("ready");
    expect(checks["relay"]).toMatchObject({ ok: true, oldestUnsentSeconds: 9_000 });
  });

  it("is ready with nothing owed, whatever lies parked or has failed: that is for a person", () => {
    const outbox = { oldestAt: null, lateSince: null, unsent: 0, parked: 9 };
    const { status, checks } = askWith({ outbox, jobs: { waiting: 0, failed: 99 } });
    expect(status).toBe("ready");
    expect(checks["relay"]).toMatchObject({ oldestUnsentSeconds: 0 });
  });
});
