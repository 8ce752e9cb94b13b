import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readBody } from "./http";
import { startResendEmulator, type ResendEmulator } from "./server";

const SECRET = `whsec_${Buffer.from("a secret of this test only").toString("base64")}`;

type Got = { id: string; event: { type: string; data: object } };

let dataDir: string;
let app: Server;
let emulator: ResendEmulator;
let resend: Resend;
let got: Got[];
/** What the app answers to each message in turn; 200 after the last. */
let answers: number[];
let unsubscribed: string[];

beforeEach(async () => {
  [got, answers, unsubscribed] = [[], [], []];
  app = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.url === "/unsubscribe") unsubscribed.push(body);
      else got.push(verified(request.headers, body));
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  dataDir = mkdtempSync(join(tmpdir(), "mail-webhooks-"));
  const webhook = { url: appUrl("/webhook"), secret: SECRET, delaysMs: [1, 1, 1] };
  emulator = await startResendEmulator({ port: 0, dataDir, webhook });
  resend = new Resend("re_local", { baseUrl: emulator.url });
});

afterEach(async () => {
  await emulator.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
  rmSync(dataDir, { recursive: true });
});

function appUrl(path: string): string {
  return `http://127.0.0.1:${(app.address() as AddressInfo).port}${path}`;
}

/** As the vendor's own SDK reads it; throws for a wrong signature. */
function verified(headers: NodeJS.Dict<string | string[]>, payload: string): Got {
  const header = (name: string) => String(headers[name]);
  const id = header("svix-id");
  const signed = { id, timestamp: header("svix-timestamp"), signature: header("svix-signature") };
  const event = new Resend("re_local").webhooks.verify({
    payload,
    headers: signed,
    webhookSecret: SECRET,
  });
  return { id, event };
}

async function send(to: string, headers: Record<string, string> = {}): Promise<string> {
  const mail = { from: "mail@musicnme.example", to, subject: "Hello", text: "Hello", headers };
  return (await resend.emails.send(mail)).data?.id ?? "";
}

async function told(count: number): Promise<Got[]> {
  await vi.waitFor(() => expect(got).toHaveLength(count), { timeout: 5_000 });
  return got;
}

const state = async () => (await fetch(`${emulator.url}/webhooks`)).json() as Promise<unknown>;

describe("what becomes of a mail is told, signed as the vendor signs", () => {
  test("an ordinary mail is delivered", async () => {
    const id = await send("ana@family.example");
    const [message] = await told(1);
    expect(message?.event).toMatchObject({
      type: "email.delivered",
      data: { email_id: id, to: ["ana@family.example"], subject: "Hello" },
    });
  });

  test.each([
    ["bounced@resend.dev", { type: "Permanent", subType: "General" }],
    ["Ana <bounce-ana@family.example>", { type: "Permanent", subType: "General" }],
    ["bounced-full@family.example", { type: "Transient", subType: "MailboxFull" }],
  ])("mail to %s comes back", async (to, bounce) => {
    await send(to);
    const [message] = await told(1);
    expect(message?.event).toMatchObject({ type: "email.bounced", data: { bounce } });
  });

  test("mail to complained@ is delivered, and then marked as spam", async () => {
    await send("complained@resend.dev");
    const types = (await told(2)).map(({ event }) => event.type);
    expect(types.sort()).toEqual(["email.complained", "email.delivered"]);
  });

  test("a mail that is sent twice with one key is told of once", async () => {
    const mail = { from: "mail@musicnme.example", to: "ana@family.example", subject: "Hello" };
    for (let n = 0; n < 2; n += 1) {
      await resend.emails.send({ ...mail, text: "Hello" }, { idempotencyKey: "k" });
    }
    await send("bounced@resend.dev");
    expect((await told(2)).map(({ event }) => event.type).sort()).toEqual([
      "email.bounced",
      "email.delivered",
    ]);
  });
});

describe("an app that does not take a message", () => {
  test("is told again with the same id until it does", async () => {
    answers = [503, 500];
    await send("ana@family.example");
    const ids = (await told(3)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    await vi.waitFor(async () =>
      expect(await state()).toEqual({ delivered: 1, waiting: 0, givenUp: 0 }),
    );
  });

  test("is told no more after the last try", async () => {
    answers = [500, 500, 500, 500];
    await send("ana@family.example");
    await told(3);
    await vi.waitFor(async () =>
      expect(await state()).toEqual({ delivered: 0, waiting: 0, givenUp: 1 }),
    );
  });
});

describe("unsubscribing from the inbox page", () => {
  const press = (id: string) =>
    fetch(`${emulator.url}/messages/${id}/unsubscribe`, { method: "POST" });
  const page = async (path: string) => (await fetch(`${emulator.url}${path}`)).text();

  test("one press posts what RFC 8058 asks for, and the page says what came of it", async () => {
    const id = await send("ana@family.example", {
      "List-Unsubscribe": `<mailto:x@musicnme.example>, <${appUrl("/unsubscribe")}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    await told(1);
    expect(await page(`/messages/${id}`)).toContain(">Unsubscribe</button>");
    expect(await (await press(id)).text()).toContain("Unsubscribed.");
    expect(unsubscribed).toEqual(["List-Unsubscribe=One-Click"]);
    answers = [404];
    expect(await (await press(id)).text()).toContain("answered 404");
  });

  test("is not offered without both headers, nor for what is no web address", async () => {
    const post = { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
    const without: Record<string, string>[] = [
      {},
      post,
      { "List-Unsubscribe": `<${appUrl("/unsubscribe")}>` },
      { ...post, "List-Unsubscribe": "<mailto:x@musicnme.example>" },
    ];
    for (const headers of without) {
      const id = await send("ana@family.example", headers);
      expect(await page(`/messages/${id}`)).not.toContain(">Unsubscribe</button>");
      await press(id);
    }
    expect(unsubscribed).toEqual([]);
  });
});

describe("a page that makes the vendor fail", () => {
  const list = async () => (await fetch(emulator.url)).text();
  const press = (path: string, preset = "") =>
    fetch(`${emulator.url}/faults/${path}`, {
      method: "POST",
      body: new URLSearchParams({ preset }),
    });

  test("says what is wrong, and ends it", async () => {
    expect(await list()).toContain("All is well.");
    expect(await (await press("preset", "down")).text()).toContain("it is down");
    const mail = { from: "mail@musicnme.example", to: "ana@family.example", subject: "Hello" };
    expect((await resend.emails.send({ ...mail, text: "x" })).error).not.toBeNull();
    await press("none");
    expect(await list()).toContain("All is well.");
    expect((await resend.emails.send({ ...mail, text: "x" })).error).toBeNull();
  });

  test.each(["slow", "broken", "busy", "html", "json", "lost"])(
    "%s can be chosen",
    async (name) => {
      expect(await (await press("preset", name)).text()).toContain("<strong>Now:</strong>");
    },
  );

  test("what is no preset changes nothing but to make all well", async () => {
    await press("preset", "constructor");
    expect(await list()).toContain("All is well.");
  });
});
