import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { aSchool } from "@/lib/testing/school-factory";
import { readClocks } from "@/lib/time/clock-rules";
import { parseInstant } from "@/lib/time/instant";

// A copy of its own: the zones of every school are looked at.
await useChangedCopy("SELECT 1");
const { findClockDifferences } = await import("@/lib/db/clock-differences");
const { closePools } = await import("@/lib/db/pools");
const { compareClockRules, differingZones } = await import("./compare-clock-rules");

const now = parseInstant("2026-11-26T00:00:00Z");
if (now === null) throw new Error("no instant");

async function aSchoolIn(zone: string): Promise<void> {
  const school = await aSchool();
  await superuserQuery("UPDATE school SET time_zone = $2 WHERE id = $1", [school.id, zone]);
}

beforeAll(async () => {
  for (const zone of ["Australia/Sydney", "Pacific/Auckland", "Asia/Kolkata", "Europe/London"]) {
    await aSchoolIn(zone);
  }
});
afterAll(() => closePools());

describe("the clock rules of PostgreSQL and Node", () => {
  it("are the same in the zones of all schools for two years", async () => {
    expect(await compareClockRules(now)).toEqual([]);
    expect(differingZones()).toBe(0);
  });

  it("that differ in one zone are told, with the first moment that shows it", async () => {
    const found = await compareClockRules(now, (zone, from, until) =>
      readClocks(zone, from, until).map((reading) => {
        const isAbolished = zone === "Pacific/Auckland" && reading.at >= "2027-09-25T14:00:00Z";
        return isAbolished ? { ...reading, offsetSeconds: 43_200 } : reading;
      }),
    );
    expect(found).toEqual([
      { zone: "Pacific/Auckland", firstAt: new Date("2027-09-25T14:00:00Z") },
    ]);
    expect(differingZones()).toBe(1);
  });

  it("differ where PostgreSQL has never heard of the zone", async () => {
    const reading = { zone: "Mars/Olympus_Mons", at: "2027-01-01T00:00:00Z", offsetSeconds: 0 };
    expect(await findClockDifferences([reading])).toEqual([
      { zone: "Mars/Olympus_Mons", firstAt: new Date("2027-01-01T00:00:00Z") },
    ]);
  });
});
