import { beforeEach, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { superuserQuery, superuserTransaction, useChangedCopy } from "@/lib/testing/database";
import { aSchool } from "@/lib/testing/school-factory";
import { asInstant, dateFromInstant, plusMinutes, systemNow } from "@/lib/time/instant";

// A copy of its own: relays take the events of every school.
await useChangedCopy("SELECT 1");
const { claimEvents, markSent, putBack } = await import("./claim-events");

const NOW = systemNow();

beforeEach(async () => {
  await superuserQuery("TRUNCATE outbox_event CASCADE");
});

/** Events that are due, oldest first, as the ids that a claim answers with. */
async function dueEvents(count: number): Promise<string[]> {
  const school = await aSchool();
  const ids = Array.from({ length: count }, () => newId());
  for (const [index, id] of ids.entries()) {
    const due = dateFromInstant(asInstant(NOW - (count - index) * 1_000));
    await superuserQuery(
      `INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
       VALUES ($1, $2, 'booking/lesson.booked', '{}', $3, $3)`,
      [school.id, id, due],
    );
  }
  return ids;
}

async function claimed(most: number, now = NOW): Promise<string[]> {
  return (await claimEvents(now, most)).map(({ id }) => id as string).sort();
}

it("relays side by side never share an event, and none waits for the other", async () => {
  const ids = await dueEvents(6);
  await superuserTransaction(async (query) => {
    await query("SELECT 1 FROM outbox_event WHERE id = ANY ($1) FOR UPDATE", [ids.slice(0, 3)]);
    const startedAt = performance.now();
    expect(await claimed(3)).toEqual(ids.slice(3).sort());
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

it("many relays at once take every event once", async () => {
  const ids = await dueEvents(40);
  const taken = await Promise.all(Array.from({ length: 10 }, () => claimed(8)));
  expect(taken.flat().sort()).toEqual(ids.sort());
});

it("a relay that dies gives its events back, and not before its lease is over", async () => {
  const ids = await dueEvents(2);
  expect(await claimed(5)).toEqual(ids.sort());
  expect(await claimed(5, plusMinutes(NOW, 0.4))).toEqual([]);
  expect(await claimed(5, plusMinutes(NOW, 0.6))).toEqual(ids);
});

it("what was sent is not taken again, not even when a slower relay puts it back", async () => {
  await dueEvents(1);
  const [event] = await claimEvents(NOW, 1);
  if (event === undefined) throw new Error("there was an event");
  await markSent([{ event, jobs: ["a-job"] }], NOW);
  await putBack(event, NOW, "too late");
  expect(await claimed(5, plusMinutes(NOW, 600))).toEqual([]);
});

it("what failed is taken again, later each time, with its reason", async () => {
  await dueEvents(1);
  const [event] = await claimEvents(NOW, 1);
  if (event === undefined) throw new Error("there was an event");
  await putBack(event, NOW, "the vendor is down");
  const { rows } = await superuserQuery("SELECT last_error, attempts FROM outbox_event");
  expect(rows).toEqual([{ last_error: "the vendor is down", attempts: 1 }]);
  expect(await claimed(1)).toEqual([]);
  expect(await claimed(1, plusMinutes(NOW, 1))).toEqual([event.id]);
});
