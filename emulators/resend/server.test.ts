import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startResendEmulator, type ResendEmulator } from "./server";

type InboxMail = {
  id: string;
  createdAt: string;
  to: string[];
  subject: string;
  headers: Record<string, string>;
  idempotencyKey: string | null;
  attachments: { filename: string; contentType: string; content: string; size: number }[];
};

let dataDir: string;
let emulator: ResendEmulator;
let resend: Resend;

const MAIL = {
  from: "Music 'n Me <mail@musicnme.example>",
  to: "parent@musicnme.example",
  subject: "Booked: Mia",
  html: "<p>See <a href='http://localhost:3000/x'>the lesson</a></p>",
  text: "See the lesson",
};

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "mail-stand-in-"));
  await start();
});

afterEach(async () => {
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});

async function start() {
  emulator = await startResendEmulator({ port: 0, dataDir });
  resend = new Resend("re_local", { baseUrl: emulator.url });
}

async function inbox(query = ""): Promise<InboxMail[]> {
  const response = await fetch(`${emulator.url}/inbox.json${query}`);
  return ((await response.json()) as { messages: InboxMail[] }).messages;
}

const faults = (body: unknown) =>
  fetch(`${emulator.url}/faults`, { method: "POST", body: JSON.stringify(body) });

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${emulator.url}/emails`, {
    method: "POST",
    body,
    headers: { authorization: "Bearer re_local", ...headers },
  });

describe("taking mail", () => {
  test("a mail that was sent can be read back, by its id and in the inbox", async () => {
    const { data, error } = await resend.emails.send(MAIL);
    expect(error).toBeNull();
    const kept = await resend.emails.get(data?.id ?? "");
    expect(kept.data).toMatchObject({ object: "email", to: [MAIL.to], subject: MAIL.subject });
    expect(await inbox()).toMatchObject([{ id: data?.id, html: MAIL.html, text: MAIL.text }]);
  });

  test("attachments and headers are kept", async () => {
    await resend.emails.send({
      ...MAIL,
      headers: {
        "List-Unsubscribe": "<https://school.example/u/1>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      attachments: [{ filename: "lesson.ics", content: Buffer.from("BEGIN:VCALENDAR") }],
    });
    const [mail] = await inbox();
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail?.attachments).toEqual([
      {
        filename: "lesson.ics",
        contentType: "text/calendar",
        contentId: null,
        content: Buffer.from("BEGIN:VCALENDAR").toString("base64"),
        size: 15,
      },
    ]);
    const file = await fetch(`${emulator.url}/messages/${mail?.id}/attachments/0`);
    expect(file.headers.get("content-disposition")).toContain("lesson.ics");
    expect(await file.text()).toBe("BEGIN:VCALENDAR");
  });

  test("a batch gives one id for each mail", async () => {
    const { data } = await resend.batch.send([MAIL, { ...MAIL, to: "other@musicnme.example" }]);
    expect(data?.data).toHaveLength(2);
    expect(await inbox("?to=other@musicnme.example")).toHaveLength(1);
  });

  test("the inbox is still there after a restart, and torn files do no harm", async () => {
    await resend.emails.send(MAIL, { idempotencyKey: "k" });
    await emulator.stop();
    writeFileSync(join(dataDir, "inbox", "000000002.json"), "");
    await start();
    expect(await inbox()).toHaveLength(1);
    await resend.emails.send(MAIL, { idempotencyKey: "k" });
    expect(await inbox()).toHaveLength(1);
    await resend.emails.send(MAIL);
    expect(readdirSync(join(dataDir, "inbox")).sort().at(-1)).toBe("000000003.json");
  });
});

describe("idempotency keys", () => {
  test("the same key and mail again gives the same id and no second mail", async () => {
    const first = await resend.emails.send(MAIL, { idempotencyKey: "booking-1" });
    const second = await resend.emails.send(MAIL, { idempotencyKey: "booking-1" });
    expect(second.data?.id).toBe(first.data?.id);
    expect(await inbox()).toMatchObject([{ idempotencyKey: "booking-1" }]);
  });

  test("the same key with another mail is refused", async () => {
    await resend.emails.send(MAIL, { idempotencyKey: "booking-1" });
    const other = { ...MAIL, subject: "Something else" };
    const { error } = await resend.emails.send(other, { idempotencyKey: "booking-1" });
    expect(error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    expect(await inbox()).toHaveLength(1);
  });

  test("the same key while the first is under way is refused", async () => {
    await faults({ delayMs: 100 });
    const replies = await Promise.all([
      resend.emails.send(MAIL, { idempotencyKey: "k" }),
      resend.emails.send(MAIL, { idempotencyKey: "k" }),
    ]);
    const names = replies.map(({ error }) => error?.name);
    expect(names.filter(Boolean)).toEqual(["concurrent_idempotent_requests"]);
    expect(await inbox()).toHaveLength(1);
  });
});

describe("refusals in Resend's shape", () => {
  test.each([
    ["no recipient", { ...MAIL, to: undefined }, "missing_required_field"],
    ["no subject", { ...MAIL, subject: "" }, "missing_required_field"],
    ["no content", { ...MAIL, html: undefined, text: undefined }, "validation_error"],
    ["a sender that is no address", { ...MAIL, from: "Music 'n Me" }, "validation_error"],
    [
      "a recipient with a line break",
      { ...MAIL, to: "a@b.example\nBcc: c@d.example" },
      "validation_error",
    ],
    [
      "a subject with a line break",
      { ...MAIL, subject: "Hi\r\nBcc: c@d.example" },
      "validation_error",
    ],
    ["51 recipients", { ...MAIL, to: Array<string>(51).fill("a@b.example") }, "validation_error"],
    [
      "an empty attachment",
      { ...MAIL, attachments: [{ filename: "a.ics" }] },
      "invalid_attachment",
    ],
    ["a list instead of a mail", [], "validation_error"],
  ])("%s", async (_title, body, name) => {
    const response = await post(JSON.stringify(body));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ statusCode: 422, name });
    expect(await inbox()).toEqual([]);
  });

  test("no key, a broken body, a broken idempotency key, an unknown mail, an unknown path", async () => {
    const missing = await fetch(`${emulator.url}/emails`, { method: "POST", body: "{}" });
    expect([missing.status, await missing.json()]).toMatchObject([
      401,
      { name: "missing_api_key" },
    ]);
    expect((await post("{")).status).toBe(400);
    const longKey = await post(JSON.stringify(MAIL), { "idempotency-key": "x".repeat(257) });
    expect(await longKey.json()).toMatchObject({ name: "invalid_idempotency_key" });
    expect((await resend.emails.get("none")).error).toMatchObject({ name: "not_found" });
    expect((await fetch(`${emulator.url}/nothing`)).status).toBe(404);
  });
});

describe("faults on request", () => {
  test("the next n requests fail with a status, then all is well", async () => {
    await faults({ fail: { times: 2, status: 429 } });
    const names = [];
    for (let n = 0; n < 3; n++) names.push((await resend.emails.send(MAIL)).error?.name);
    expect(names).toEqual(["rate_limit_exceeded", "rate_limit_exceeded", undefined]);
  });

  test("a connection cut after accepting leaves one mail, and the retry no second", async () => {
    await faults({ dropAfterAccept: 1 });
    const cut = await resend.emails.send(MAIL, { idempotencyKey: "k" });
    expect(cut.error?.statusCode).toBeNull();
    const retry = await resend.emails.send(MAIL, { idempotencyKey: "k" });
    expect(await inbox()).toMatchObject([{ id: retry.data?.id }]);
  });

  test("a connection cut before accepting leaves none; switches can be cleared", async () => {
    await faults({ dropBeforeAccept: 5 });
    expect((await resend.emails.send(MAIL)).error).not.toBeNull();
    expect(await inbox()).toEqual([]);
    await fetch(`${emulator.url}/faults`, { method: "DELETE" });
    expect((await resend.emails.send(MAIL)).error).toBeNull();
    expect((await faults({ unknown: 1 })).status).toBe(400);
  });
});

describe("the inbox", () => {
  test("is found by recipient, subject and time, newest first, and can be emptied", async () => {
    await resend.emails.send({ ...MAIL, to: "Ana <Ana@musicnme.example>", subject: "First" });
    await resend.emails.send({ ...MAIL, to: "ben@musicnme.example", subject: "Second" });
    expect((await inbox()).map(({ subject }) => subject)).toEqual(["Second", "First"]);
    expect(await inbox("?to=ana@musicnme.example")).toMatchObject([{ subject: "First" }]);
    expect(await inbox("?to=na@musicnme.example")).toEqual([]);
    expect(await inbox("?subject=seco")).toHaveLength(1);
    expect(await inbox("?since=2020-01-01T00:00:00Z")).toHaveLength(2);
    expect(await inbox("?since=2090-01-01T00:00:00Z")).toEqual([]);
    await fetch(`${emulator.url}/inbox`, { method: "DELETE" });
    expect(await inbox()).toEqual([]);
  });

  test("shows a person what was sent, and nothing in a mail can run or break the page", async () => {
    const nasty = '"><script>alert(1)</script>';
    const { data } = await resend.emails.send({ ...MAIL, subject: nasty, text: nasty });
    const list = await (await fetch(emulator.url)).text();
    expect(list).toContain(`/messages/${data?.id}`);
    expect(list).not.toContain(nasty);
    const page = await fetch(`${emulator.url}/messages/${data?.id}`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('sandbox="allow-same-origin allow-popups');
    expect(text).not.toContain(nasty);
    const frame = await fetch(`${emulator.url}/messages/${data?.id}/html`);
    expect(frame.headers.get("content-security-policy")).toMatch(/sandbox (?!.*allow-scripts)/);
    expect(await frame.text()).toContain('<base target="_blank">');
  });

  test("search by a part of the recipient; no hit is said so; an unknown mail is a 404", async () => {
    await resend.emails.send(MAIL);
    expect(await (await fetch(`${emulator.url}/?q=parent`)).text()).toContain(MAIL.subject);
    expect(await (await fetch(`${emulator.url}/?q=nobody`)).text()).toContain("No mail for");
    expect((await fetch(`${emulator.url}/messages/none`)).status).toBe(404);
  });
});
