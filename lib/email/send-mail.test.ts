import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startResendEmulator, type ResendEmulator } from "@/emulators/resend/server";
import { MailFailure } from "./mail-failure";
import { mailTransport, sender, type MailMessage } from "./send-mail";

const MAIL: MailMessage = {
  to: "parent@musicnme.example",
  from: "Kiwi Keys",
  replyTo: "hello@kiwikeys.example",
  subject: "Booked: Mia",
  html: "<p>Booked</p>",
  text: "Booked",
  headers: { "X-Kind": "booking-confirmed" },
  attachments: [
    { filename: "lesson.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" },
  ],
};

let dataDir: string;
let emulator: ResendEmulator;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "send-mail-"));
  emulator = await startResendEmulator({ port: 0, dataDir });
});
afterAll(async () => {
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});
beforeEach(async () => {
  await fetch(`${emulator.url}/inbox`, { method: "DELETE" });
  await fetch(`${emulator.url}/faults`, { method: "DELETE" });
});

const sendMail = (message: MailMessage, key: string, timeoutMs = 5_000) =>
  mailTransport({
    apiKey: "re_local",
    baseUrl: emulator.url,
    fromAddress: "mail@musicnme.example",
    timeoutMs,
  })(message, key);

const faults = (body: unknown) =>
  fetch(`${emulator.url}/faults`, { method: "POST", body: JSON.stringify(body) });

async function inbox(): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${emulator.url}/inbox.json`);
  return ((await response.json()) as { messages: Record<string, unknown>[] }).messages;
}

async function failureOf(sending: Promise<unknown>): Promise<MailFailure> {
  const error = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof MailFailure) return error;
  throw new Error("expected a MailFailure");
}

describe("sending mail", () => {
  test("a mail arrives whole, in the school's name, with the delivery's key", async () => {
    const { vendorId } = await sendMail(MAIL, "delivery-1");
    expect(await inbox()).toMatchObject([
      {
        id: vendorId,
        from: "Kiwi Keys <mail@musicnme.example>",
        to: ["parent@musicnme.example"],
        replyTo: ["hello@kiwikeys.example"],
        subject: "Booked: Mia",
        html: "<p>Booked</p>",
        text: "Booked",
        headers: { "X-Kind": "booking-confirmed" },
        idempotencyKey: "delivery-1",
        attachments: [{ filename: "lesson.ics", contentType: "text/calendar", size: 15 }],
      },
    ]);
  });

  test("a lost answer and the retry after it make one mail", async () => {
    await faults({ dropAfterAccept: 1 });
    const failure = await failureOf(sendMail(MAIL, "delivery-2"));
    expect(failure).toMatchObject({ reason: "unreachable", retryable: true });
    await sendMail(MAIL, "delivery-2");
    expect(await inbox()).toHaveLength(1);
  });

  test("another mail under a used key is not sent and not worth a retry", async () => {
    await sendMail(MAIL, "delivery-3");
    const failure = await failureOf(sendMail({ ...MAIL, subject: "Other" }, "delivery-3"));
    expect(failure).toMatchObject({ reason: "key-reused", retryable: false, status: 409 });
  });

  test.each([
    [429, undefined, "rate-limited", true],
    [429, "daily_quota_exceeded", "quota-used-up", true],
    [409, "concurrent_idempotent_requests", "key-in-flight", true],
    [500, undefined, "vendor-broken", true],
    [503, undefined, "vendor-broken", true],
    [401, undefined, "not-authorised", true],
    [403, undefined, "not-authorised", true],
    [422, undefined, "mail-refused", false],
  ])("an answer %i %s means %s", async (status, name, reason, retryable) => {
    await faults({ fail: { times: 1, status, name } });
    const failure = await failureOf(sendMail(MAIL, "delivery-4"));
    expect(failure).toMatchObject({ reason, retryable, status });
  });

  test("a slow answer is given up, and may be retried", async () => {
    await faults({ delayMs: 400 });
    const failure = await failureOf(sendMail(MAIL, "delivery-5", 50));
    expect(failure).toMatchObject({ reason: "timed-out", retryable: true });
  });

  test.each(["html", "broken-json", "empty", "null", "no-id", "odd-error"])(
    "an answer that is rubbish (%s) is no yes: the mail is not lost, and goes out by the retry",
    async (as) => {
      await faults({ rubbish: { times: 1, as } });
      const failure = await failureOf(sendMail(MAIL, "delivery-7"));
      expect(failure.retryable).toBe(true);
      expect(await inbox()).toEqual([]);
      await sendMail(MAIL, "delivery-7");
      expect(await inbox()).toHaveLength(1);
    },
  );

  test("a vendor that is down is out of reach, and the mail may be retried", async () => {
    await faults({ down: true });
    const failure = await failureOf(sendMail(MAIL, "delivery-8"));
    expect(failure).toMatchObject({ reason: "unreachable", retryable: true });
  });

  test("a failure names no address", async () => {
    const failure = await failureOf(sendMail({ ...MAIL, to: "not-an-address" }, "delivery-6"));
    expect(failure.reason).toBe("mail-refused");
    expect(`${failure.message} ${failure.stack}`).not.toContain("not-an-address");
  });
});

describe("the sender's name", () => {
  test.each([
    ["Music 'n Me", "Music 'n Me <m@x.example>"],
    ["Smith, Jones & Co.", '"Smith, Jones & Co." <m@x.example>'],
    [
      'Ev"il\r\nBcc: a@b.example <c@d.example>',
      '"Ev il Bcc: a@b.example c@d.example" <m@x.example>',
    ],
    ["  ", "m@x.example"],
  ])("%j", (name, expected) => {
    expect(sender(name, "m@x.example")).toBe(expected);
  });
});
