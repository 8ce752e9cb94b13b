import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { openMailStage } from "@/lib/testing/mail-stage";
import { deliveryState } from "@/lib/testing/owed-mail-factory";
import { aFamily, type TestFamily } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, systemNow } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const stage = await openMailStage(async () => [
  (await import("./tellings/tell-booking-confirmed")).tellBookingConfirmed,
]);
const { tellBookingConfirmed } = await import("./tellings/tell-booking-confirmed");

afterAll(async () => {
  await stage.stop();
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
  await stage.faults(null);
});

const later = (hours: number) => vi.setSystemTime(plusHours(systemNow(), hours));
const mails = () => stage.mailsTo(family.guardian.email);
const tryToSend = (id: string) => stage.tryToSend(school, id);

type Owed = { id: string; booking: TestBooking };

async function anOwedMail(): Promise<Owed> {
  const booking = await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
  const actorId = family.guardian.personId;
  const data = { enrolmentId: enrolment.id, bookingIds: [booking.id], actorId };
  return { booking, id: await stage.owe(school, tellBookingConfirmed, data) };
}

describe("an owed mail", () => {
  it("goes out once, however many send it at the same time and again", async () => {
    const { id } = await anOwedMail();
    await stage.faults({ delayMs: 50 });
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
    await stage.faults(fault);
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
    await stage.faults({ delayMs: 10_500 });
    expect(await tryToSend(id)).toContain("timed-out");
    expect(await deliveryState(id)).toMatchObject({ state: "PENDING" });
    await stage.faults({ delayMs: 0 });
    await expect.poll(() => tryToSend(id), { timeout: 5_000 }).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
    expect(await mails()).toBe(1);
  });

  it("is a work item with its reason when the vendor will never take it", async () => {
    const { id } = await anOwedMail();
    await stage.faults({ fail: { times: 1, status: 422 } });
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
    await stage.faults({ dropAfterAccept: 1 });
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
    await stage.faults({ dropAfterAccept: 1 });
    expect(await tryToSend(id)).toContain("unreachable");
    later(1);
    await stage.faults({ fail: { times: 1, status: 429 } });
    expect(await tryToSend(id)).toContain("rate-limited");
    later(24);
    await tryToSend(id);
    expect(await deliveryState(id)).toMatchObject({ state: "FAILED" });
    expect(await mails()).toBe(1);
  });

  it("goes out once when the vendor is well again within the day", async () => {
    const { id } = await anOwedMail();
    await stage.faults({ dropAfterAccept: 1 });
    expect(await tryToSend(id)).toContain("unreachable");
    later(22);
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
    expect(await mails()).toBe(1);
  });
});

it("A mail that was refused for two days for sure still goes out", async () => {
  const { id } = await anOwedMail();
  await stage.faults({ fail: { times: 5, status: 429 } });
  for (const _try of [1, 2, 3, 4, 5]) {
    expect(await tryToSend(id)).toContain("rate-limited");
    later(12);
  }
  expect(await tryToSend(id)).toBeNull();
  expect(await deliveryState(id)).toMatchObject({ state: "SENT" });
  expect(await mails()).toBe(1);
});

it("A mail keeps its words on every try of a day, so that the vendor knows it again", async () => {
  const { id } = await anOwedMail();
  await stage.faults({ dropAfterAccept: 3 });
  for (const hours of [0, 5, 10]) {
    later(hours);
    expect(await tryToSend(id)).toContain("unreachable");
  }
  expect(await tryToSend(id)).toBeNull();
  expect(await mails()).toBe(1);
});
