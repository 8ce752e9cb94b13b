import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import {
  aRush,
  liveBookings,
  overlaps,
  startOf,
  weekOf,
  type Rush,
  type RushFamily,
} from "@/lib/testing/rush-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";
import { isoFromInstant, plusMinutes, systemNow } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const { database, mail, inboxUrl, stop } = await useCutConnections();

const { closePools } = await import("@/lib/db/pools");
const { serveRoutes } = await import("@/lib/testing/route-server");
const { bearerOf, request } = await import("@/lib/testing/api-caller");
const { relayAndRun } = await import("@/lib/testing/run-owed-jobs");

const server = await serveRoutes("app/api/v1");

afterAll(async () => {
  await server.stop();
  await closePools();
  await stop();
  vi.useRealTimers();
});

let rush: Rush;
let nextSlot = 0;

beforeEach(async () => {
  vi.setSystemTime(TEST_NOW);
  rush = await aRush({ families: 0 });
  nextSlot = 0;
});

type Press = { family: RushFamily; send: () => ReturnType<typeof request> };

/** One family's wish for a slot of its own; sent again it is the same request. */
async function aPress(): Promise<Press> {
  const { school, course } = rush;
  const { families } = await aRush({ school, course, families: 1, hours: "as they are" });
  const [family] = families as [RushFamily];
  const [startsAt, week] = [isoFromInstant(startOf(school, nextSlot)), weekOf(nextSlot)];
  nextSlot += 1;
  const headers = {
    ...(await bearerOf(school, family.guardian)),
    "content-type": "application/json",
    "idempotency-key": newId(),
  };
  const body = JSON.stringify({ enrolmentId: family.enrolment.id, week, startsAt });
  const url = `${server.url}/api/v1/schools/${school.slug}/bookings`;
  return { family, send: () => request(url, { method: "POST", headers, body }) };
}

/** Why the relay could not do its work, for the message of a test that fails. */
let troubles: string[] = [];

async function relay(): Promise<void> {
  // What a job owes is relayed in its turn.
  for (let passes = 0; passes < 3; passes += 1) {
    if ((await relayAndRun((error) => troubles.push(String(error)))) === 0) return;
  }
}

/** What a lease or a failure put off becomes due. */
async function relayLater(): Promise<void> {
  vi.setSystemTime(plusMinutes(systemNow(), 5));
  await relay();
}

/** A connection that was cut may hold its rows until the server has noticed. */
async function relayUntilNothingIsOwed(): Promise<void> {
  for (let tries = 0; tries < 20 && (await owed()) > 0; tries += 1) {
    await relayLater();
    await pause(tries * 5);
  }
}

async function mailsTo(family: RushFamily): Promise<number> {
  const { body } = await request(`${inboxUrl}/inbox.json?to=${family.guardian.email}`);
  return (body.messages as unknown[]).length;
}

async function owed(): Promise<number> {
  const sql = "SELECT 1 FROM outbox_event WHERE school_id = $1 AND sent_at IS NULL";
  return (await superuserQuery(sql, [rush.school.id])).rows.length;
}

async function expectOneBooking({ family }: Press): Promise<void> {
  const live = await liveBookings(rush.school);
  expect(live.filter(({ enrolmentId }) => enrolmentId === family.enrolment.id)).toHaveLength(1);
  expect(await overlaps(rush.school)).toBe(0);
}

/** How many messages pass while `work` runs uncut. */
async function messagesOf(proxy: typeof database, work: () => Promise<unknown>): Promise<number> {
  proxy.cutAfter(Infinity);
  await work();
  return proxy.passed();
}

/** Bind, describe, execute and sync, and five messages back; on a new connection parsing comes first. */
const ROUND_TRIP = 9;
const NEW_ROUND_TRIP = 11;

it("a booking is three round trips: who asks, the facts, the write", async () => {
  await (await aPress()).send();
  const press = await aPress();
  expect(await messagesOf(database, press.send)).toBe(3 * ROUND_TRIP);
});

describe("a connection that is cut", { timeout: 120_000 }, () => {
  it("after any message of a booking: the same request again gives one booking and one mail", async () => {
    const first = await aPress();
    await first.send();
    const warm = await aPress();
    await warm.send();
    const presses: Press[] = [];
    for (let n = 1; n <= 3 * NEW_ROUND_TRIP; n += 1) {
      const press = await aPress();
      database.cutAfter(n);
      const cut = await press.send();
      if (n <= 3 * ROUND_TRIP) expect(database.hasCut(), `cut after message ${n}`).toBe(true);
      expect([201, 500], `answer when cut after message ${n}`).toContain(cut.status);
      database.cutAfter(Infinity);
      const again = await press.send();
      expect(again.status, `again, when cut after message ${n}`).toBe(201);
      if (cut.status === 201) expect(again.text).toBe(cut.text);
      await expectOneBooking(press);
      presses.push(press);
    }
    await relayUntilNothingIsOwed();
    for (const { family } of presses) expect(await mailsTo(family)).toBe(1);
  });

  it("in the middle of the relay: the mail still goes out, and once", async () => {
    await (await aPress()).send();
    await relay();
    await (await aPress()).send();
    const messages = await messagesOf(database, relay);
    expect(messages).toBeGreaterThan(100);
    for (let n = 1; n <= messages; n += 7) {
      const press = await aPress();
      expect((await press.send()).status).toBe(201);
      troubles = [];
      database.cutAfter(n);
      await relay();
      database.cutAfter(Infinity);
      await relayUntilNothingIsOwed();
      expect(await owed(), `owed after a cut at message ${n}: ${troubles.join("; ")}`).toBe(0);
      expect(await mailsTo(press.family), `mails after a cut at message ${n}`).toBe(1);
    }
  });

  it("anywhere on the way to the mail's vendor: one mail", async () => {
    await (await aPress()).send();
    const chunks = await messagesOf(mail, relay);
    expect(chunks).toBeGreaterThanOrEqual(2);
    for (let n = 1; n <= chunks; n += 1) {
      const press = await aPress();
      expect((await press.send()).status).toBe(201);
      mail.cutAfter(n);
      await relay();
      expect(mail.hasCut()).toBe(true);
      mail.cutAfter(Infinity);
      await relayUntilNothingIsOwed();
      expect(await owed()).toBe(0);
      expect(await mailsTo(press.family), `mails after a cut at chunk ${n}`).toBe(1);
    }
  });
});
