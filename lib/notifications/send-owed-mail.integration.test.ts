import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { lessonMoved, unbookedReminded } from "@/lib/booking/events";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import { newId } from "@/lib/ids";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { anOwedEvent, deliveryIdsOf, deliveryState } from "@/lib/testing/owed-mail-factory";
import { aFamily, systemContextOf, type TestFamily } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, systemNow } from "@/lib/time/instant";
import type { Telling } from "./telling";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const { mail: line, inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { oweTelling } = await import("./owe-telling");
const { sendOwedMail } = await import("./send-owed-mail");
const { tellBookingConfirmed } = await import("./tell-booking-confirmed");
const { tellBookingMoved } = await import("./tell-booking-moved");
const { tellUnbookedReminded } = await import("./tell-window-opened");

const known: Telling[] = [tellBookingConfirmed, tellBookingMoved, tellUnbookedReminded];
const tellings = new Map(known.map((telling) => [telling.kind, telling]));

afterAll(async () => {
  await closePools();
  await stop();
  vi.useRealTimers();
});

let school: TestSchool;
let family: TestFamily;
let enrolment: TestEnrolment;

beforeEach(async () => {
  vi.setSystemTime(TEST_NOW);
  school = await aSchool();
  family = await aFamily(school);
  const { personId, email } = family.guardian;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [email, personId]);
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  enrolment = await anEnrolment(course, family.students[0]);
});

afterEach(async () => {
  line.cutAfter(Infinity);
  await fetch(`${inboxUrl}/faults`, { method: "DELETE" });
});

const faults = (body: unknown) =>
  fetch(`${inboxUrl}/faults`, { method: "POST", body: JSON.stringify(body) });

async function mails(): Promise<number> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${family.guardian.email}`);
  return ((await reply.json()) as { messages: unknown[] }).messages.length;
}

const context = () => systemContextOf(school, { now: systemNow() });

/** One try; what it failed of, or null. */
async function tryToSend(deliveryId: string): Promise<string | null> {
  return sendOwedMail(context(), { deliveryId, tellings }).then(
    () => null,
    (error: unknown) => String(error),
  );
}

async function owedMail<E extends EventDefinition>(
  telling: Telling<E>,
  data: OwedEvent<E>["data"],
): Promise<string> {
  const event = await anOwedEvent(school, telling.event, data);
  await oweTelling(context(), telling, event);
  const [id] = await deliveryIdsOf(event);
  if (id === undefined) throw new Error("no mail is owed");
  return id;
}

type Owed = { id: string; booking: TestBooking };

async function anOwedMail(): Promise<Owed> {
  const booking = await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
  const actorId = family.guardian.personId;
  const data = { enrolmentId: enrolment.id, bookingIds: [booking.id], actorId };
  return { booking, id: await owedMail(tellBookingConfirmed, data) };
}

const later = (hours: number) => vi.setSystemTime(plusHours(systemNow(), hours));

describe("an owed mail", () => {
  it("goes out once, however many send it at the same time and again", async () => {
    const { id } = await anOwedMail();
    await faults({ delayMs: 50 });
    await Promise.all(Array.from({ length: 8 }, () => tryToSend(id)));
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT", lastError: null });
    expect(await mails()).toBe(1);
  });

  it.each([
    ["refuses everything with 500", { fail: { times: 2, status: 500 } }, "vendor-broken (500)"],
    ["is down for maintenance", { fail: { times: 2, status: 503 } }, "vendor-broken (503)"],
    ["asks to slow down", { fail: { times: 2, status: 429 } }, "rate-limited (429)"],
    ["does not take our key", { fail: { times: 2, status: 401 } }, "not-authorised (401)"],
    ["hangs up before it has read", { dropBeforeAccept: 2 }, "unreachable"],
    ["takes it and hangs up", { dropAfterAccept: 2 }, "unreachable"],
    ["answers with a web page", { rubbish: { times: 2, as: "html" } }, "mail not"],
    ["answers without an id", { rubbish: { times: 2, as: "no-id" } }, "vendor-broken"],
    ["answers with nothing", { rubbish: { times: 2, as: "empty" } }, "mail not sent"],
  ])("waits with its reason while the vendor %s, then goes out once", async (_, fault, reason) => {
    const { id } = await anOwedMail();
    await faults(fault);
    for (const _try of [1, 2]) {
      expect(await tryToSend(id)).toContain(reason);
      expect(await deliveryState(id)).toMatchObject({
        state: "PENDING",
        lastError: expect.stringContaining(reason),
      });
    }
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT", lastError: null, attempts: 3 });
    expect(await mails()).toBe(1);
  });

  it("waits while the vendor does not answer at all, then goes out once", async () => {
    const { id } = await anOwedMail();
    await faults({ delayMs: 10_500 });
    expect(await tryToSend(id)).toContain("timed-out");
    expect(await deliveryState(id)).toMatchObject({ state: "PENDING" });
    await faults({ delayMs: 0 });
    await expect.poll(() => tryToSend(id), { timeout: 5_000 }).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
    expect(await mails()).toBe(1);
  });

  it("is a work item with its reason when the vendor will never take it", async () => {
    const { id } = await anOwedMail();
    await faults({ fail: { times: 1, status: 422 } });
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({
      state: "FAILED",
      lastError: "mail not sent: mail-refused (422)",
    });
    expect(await tryToSend(id)).toBeNull();
    expect(await mails()).toBe(0);
  });
});

describe("a mail of which nobody knows whether it went out", () => {
  it("is a work item after 23 hours, and never a second mail", async () => {
    const { id } = await anOwedMail();
    await faults({ dropAfterAccept: 1 });
    expect(await tryToSend(id)).toContain("unreachable");
    later(24.5);
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({
      state: "FAILED",
      lastError: "not confirmed within a day",
    });
    expect(await mails()).toBe(1);
  });

  it("stays in doubt when a later try is refused for sure", async () => {
    const { id } = await anOwedMail();
    await faults({ dropAfterAccept: 1 });
    expect(await tryToSend(id)).toContain("unreachable");
    later(1);
    await faults({ fail: { times: 1, status: 429 } });
    expect(await tryToSend(id)).toContain("rate-limited");
    later(24);
    await tryToSend(id);
    expect(await deliveryState(id)).toMatchObject({ state: "FAILED" });
    expect(await mails()).toBe(1);
  });

  it("goes out once when the vendor is well again within the day", async () => {
    const { id } = await anOwedMail();
    await faults({ dropAfterAccept: 1 });
    expect(await tryToSend(id)).toContain("unreachable");
    later(22);
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
    expect(await mails()).toBe(1);
  });
});

it("A mail that was refused for two days for sure still goes out", async () => {
  const { id } = await anOwedMail();
  await faults({ fail: { times: 5, status: 429 } });
  for (const _try of [1, 2, 3, 4, 5]) {
    expect(await tryToSend(id)).toContain("rate-limited");
    later(12);
  }
  expect(await tryToSend(id)).toBeNull();
  expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
  expect(await mails()).toBe(1);
});

describe("a mail that has become stale before it is sent", () => {
  async function expectSkipped(id: string): Promise<void> {
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SKIPPED", skipReason: "STALE" });
    expect(await mails()).toBe(0);
  }

  async function cancel({ booking }: Owed): Promise<void> {
    await superuserQuery(
      `UPDATE booking SET state = 'CANCELLED', cancelled_at = $2, cancel_reason = 'FAMILY'
        WHERE id = $1`,
      [booking.id, date(systemNow())],
    );
  }

  async function aMove({ booking }: Owed): Promise<string> {
    const moveId = newId();
    const { guardian } = family;
    await insertRow("booking_move", {
      ...{ schoolId: school.id, id: moveId, bookingId: booking.id, movedById: guardian.personId },
      ...{ movedAt: date(TEST_NOW), toStartsAt: date(booking.startsAt) },
      fromStartsAt: date(plusHours(booking.startsAt, -1)),
    });
    const data = { bookingId: booking.id, moveId, actorId: guardian.personId };
    return owedMail<typeof lessonMoved>(tellBookingMoved, data);
  }

  it("is not sent: the lesson that was booked is cancelled", async () => {
    const owed = await anOwedMail();
    await cancel(owed);
    await expectSkipped(owed.id);
  });

  it("is not sent: the lesson that was moved has been moved again", async () => {
    const owed = await anOwedMail();
    const id = await aMove(owed);
    await superuserQuery(
      `UPDATE lesson SET starts_at = starts_at + interval '1 hour',
              ends_at = ends_at + interval '1 hour' WHERE id = $1`,
      [owed.booking.lessonId],
    );
    await expectSkipped(id);
  });

  it("is not sent: the lesson that was moved is cancelled", async () => {
    const owed = await anOwedMail();
    const id = await aMove(owed);
    await cancel(owed);
    await expectSkipped(id);
  });

  it("is not sent: the family that was to be reminded has booked meanwhile", async () => {
    const data = { courseId: enrolment.course.id, enrolmentIds: [enrolment.id] };
    const id = await owedMail<typeof unbookedReminded>(tellUnbookedReminded, data);
    await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
    await expectSkipped(id);
  });

  it.each([
    ["has no address any more", "UPDATE person SET email = NULL WHERE id = $1"],
    ["is no guardian any more", "DELETE FROM guardian WHERE person_id = $1"],
    ["can no longer sign in", "UPDATE membership SET disabled_at = now() WHERE person_id = $1"],
  ])("is not sent to a guardian who %s", async (_, sql) => {
    const { id } = await anOwedMail();
    await superuserQuery(sql, [family.guardian.personId]);
    await expectSkipped(id);
  });
});

it("A mail keeps its words on every try of a day, so that the vendor knows it again", async () => {
  const { id } = await anOwedMail();
  await faults({ dropAfterAccept: 3 });
  for (const hours of [0, 5, 10]) {
    later(hours);
    expect(await tryToSend(id)).toContain("unreachable");
  }
  expect(await tryToSend(id)).toBeNull();
  expect(await mails()).toBe(1);
});
