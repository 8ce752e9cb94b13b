import { setTimeout as pause } from "node:timers/promises";
import { expect } from "@playwright/test";
import { newId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { superuserQuery, testUrls } from "@/lib/testing/database";
import { aFamily, anAdmin, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { withClient } from "@/scripts/database/connect";
import { allActions, sender } from "./fixtures/action-list";
import { openAppDatabase, type Reply, test } from "./fixtures/app";
import { type Answer, type Caller, callerAt } from "./fixtures/caller";

const ROUTE = "/api/auth/callback/credentials";
/** An address of documentation: nobody has it. */
const CLAIMED = "203.0.113.9";
const DEVICE = "musicnme.device";
const SESSION = "next-auth.session-token";

let addresses = 0;

/** An address that nobody else of this run counts at. */
function newAddress(): string {
  addresses += 1;
  return `127.${50 + (process.pid % 150)}.${(process.pid >> 8) % 250}.${addresses}`;
}

async function aMember() {
  openAppDatabase();
  return anAdmin(await aSchool({ name: "Lyrebird Music" }));
}

/** As a program signs in: by next-auth's own route. */
async function tryPassword(caller: Caller, email: string, password: string): Promise<Answer> {
  const { csrfToken } = JSON.parse((await caller.ask("/api/auth/csrf")).text) as {
    csrfToken: string;
  };
  return caller.ask(ROUTE, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }).toString(),
  });
}

const keyOf = (kind: string, of: string) => `${kind}:${tokenHash(of)}`;

type Counted = { failures: number; lastAt: Date; now: Date };

async function countOf(kind: string, of: string): Promise<Counted> {
  const { rows } = await superuserQuery(
    'SELECT failures, last_at AS "lastAt", clock_timestamp() AS now FROM sign_in_count WHERE key = $1',
    [keyOf(kind, of)],
  );
  return rows[0] as Counted;
}

async function preset(kind: string, of: string, failures: number): Promise<void> {
  await superuserQuery(
    `INSERT INTO sign_in_count (key, failures, since, last_at) VALUES ($1, $2, now(), now())
     ON CONFLICT (key) DO UPDATE SET failures = $2, since = now(), last_at = now()`,
    [keyOf(kind, of), failures],
  );
}

const secondsIn = ({ headers }: Answer) => Number(headers["retry-after"]);

function expectLimited(answer: Answer, code: string): void {
  expect(answer.status).toBe(429);
  expect(answer.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
  expect(JSON.parse(answer.text)).toMatchObject({ code });
}

test("after ten wrong passwords a program is told how many seconds to wait, for unknown accounts too", async ({
  url,
}) => {
  const known = (await aMember()).email;
  const told: Answer[] = [];
  for (const email of [known, `${newId()}@nobody.example`]) {
    const caller = callerAt(url, newAddress());
    const pair = `${email} ${caller.address}`;
    for (let failure = 1; failure <= 10; failure += 1) {
      expect((await tryPassword(caller, email, "wrong")).status).toBe(401);
      expect((await countOf("pair", pair)).failures).toBe(failure);
    }
    // The pauses are 1, 2, 4 ... seconds: on a slow machine the first may be over before it is met.
    let answer = await tryPassword(caller, email, "wrong");
    while (answer.status === 401) answer = await tryPassword(caller, email, "wrong");
    expectLimited(answer, "too-many-attempts");
    const { failures, lastAt, now } = await countOf("pair", pair);
    const left = 2 ** (failures - 10) - (now.getTime() - lastAt.getTime()) / 1_000;
    expect(secondsIn(answer)).toBeGreaterThanOrEqual(left);
    expect(secondsIn(answer)).toBeLessThanOrEqual(Math.ceil(left + answer.ms / 1_000) + 1);
    expect(answer.text).toContain(`Wait ${secondsIn(answer)} second`);

    await pause(secondsIn(answer) * 1_000);
    expect((await tryPassword(caller, email, "wrong")).status).toBe(401);
    expect((await countOf("pair", pair)).failures).toBe(failures + 1);
    told.push(answer);
  }
  const [one, other] = told.map(({ headers, text }) => ({
    names: Object.keys(headers).sort(),
    text: text.replace(/\d+ seconds?/, ""),
  }));
  expect(one).toEqual(other);
});

test("a refused sign-in is answered at once, counts nothing and opens nothing", async ({ url }) => {
  const { email } = await aMember();
  const caller = callerAt(url, newAddress());
  const pair = `${email} ${caller.address}`;
  await preset("pair", pair, 16);
  for (const password of ["wrong", TEST_PASSWORD]) {
    const answer = await tryPassword(caller, email, password);
    expectLimited(answer, "too-many-attempts");
    expect(secondsIn(answer)).toBeGreaterThan(30);
    expect(secondsIn(answer)).toBeLessThanOrEqual(60);
    expect(answer.ms).toBeLessThan(10_000);
  }
  expect((await countOf("pair", pair)).failures).toBe(16);
  expect(caller.cookies.has(SESSION)).toBe(false);
});

test("a known device signs in where its address or its account is shut to everybody else", async ({
  url,
}) => {
  const { email } = await aMember();
  const caller = callerAt(url, newAddress());
  expect((await tryPassword(caller, email, TEST_PASSWORD)).status).toBe(200);
  expect(caller.cookies.has(SESSION)).toBe(true);
  const device = caller.cookies.get(DEVICE) ?? "";
  expect(device).not.toBe("");

  await preset("address", caller.address, 100);
  await preset("day", email, 100);
  const stranger = callerAt(url, caller.address);
  expectLimited(await tryPassword(stranger, email, TEST_PASSWORD), "too-many-attempts");
  const forged = device.replace(/\.(.)/, (_, first) => (first === "A" ? ".B" : ".A"));
  expect(forged).not.toBe(device);
  stranger.cookies.set(DEVICE, forged);
  expectLimited(await tryPassword(stranger, email, TEST_PASSWORD), "too-many-attempts");
  expect(stranger.cookies.has(SESSION)).toBe(false);

  const elsewhere = callerAt(url, newAddress());
  const dayOver = await tryPassword(elsewhere, email, TEST_PASSWORD);
  expectLimited(dayOver, "only-reset-link");
  expect(secondsIn(dayOver)).toBeGreaterThan(86_400 - 120);
  expect(secondsIn(dayOver)).toBeLessThanOrEqual(86_400);

  const returned = callerAt(url, caller.address);
  returned.cookies.set(DEVICE, device);
  expect((await tryPassword(returned, email, "wrong")).status).toBe(401);
  expect((await tryPassword(returned, email, TEST_PASSWORD)).status).toBe(200);
  expect(returned.cookies.has(SESSION)).toBe(true);
});

test("a hundred wrong passwords shut their address for every account, and no other address", async ({
  url,
}) => {
  openAppDatabase();
  const { guardian } = await aFamily(await aSchool(), { students: ["Mia"] });
  const { email } = guardian;
  const caller = callerAt(url, newAddress());
  await preset("address", caller.address, 99);
  expect((await tryPassword(caller, `${newId()}@nobody.example`, "wrong")).status).toBe(401);
  const answer = await tryPassword(caller, email, TEST_PASSWORD);
  expectLimited(answer, "too-many-attempts");
  expect(secondsIn(answer)).toBeGreaterThan(900 - 120);
  expect(secondsIn(answer)).toBeLessThanOrEqual(900);
  const elsewhere = callerAt(url, newAddress());
  expect((await tryPassword(elsewhere, email, TEST_PASSWORD)).status).toBe(200);
});

test("however many passwords arrive at once, ten are compared", async ({ url }) => {
  const { email } = await aMember();
  const { address } = callerAt(url, newAddress());
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => tryPassword(callerAt(url, address), email, "wrong")),
  );
  const { failures } = await countOf("pair", `${email} ${address}`);
  // One more for each pause that was over while the others still came.
  const compared = answers.filter(({ status }) => status === 401).length;
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - compared);
  expect(compared).toBe(failures);
  expect(compared).toBeLessThanOrEqual(14);
});

test("a sign-in that fails on our side is not called a wrong password, and says nothing of why", async ({
  url,
}) => {
  const { email } = await aMember();
  const caller = callerAt(url, newAddress());
  const pair = `${email} ${caller.address}`;
  await preset("pair", pair, 1);
  const answer = await withClient(testUrls().superuser, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT FROM sign_in_count WHERE key = $1 FOR UPDATE", [
      keyOf("pair", pair),
    ]);
    return tryPassword(caller, email, TEST_PASSWORD);
  });
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(answer.text).not.toMatch(/lock|timeout|transaction|prisma/i);
  expect(caller.cookies.has(SESSION)).toBe(false);
  expect((await tryPassword(caller, email, TEST_PASSWORD)).status).toBe(200);
});

test("a sign-in that is posted to another page counts at the address it came from", async ({
  url,
}) => {
  const { email } = await aMember();
  const action = allActions().find(({ name }) => name === "signIn");
  if (action === undefined) throw new Error("The app has a sign-in.");
  for (const page of ["/sign-in", "/", "/forgot-password"]) {
    const caller = callerAt(url, newAddress());
    const send = sender((path, init) => askAs(caller, path, init), url);
    const form = { email, password: "wrong", next: "/schools" };
    expect((await send(action, page, { body: callWith(form) })).text, page).toContain(
      "wrong-credentials",
    );
    expect(await countOf("address", caller.address), page).toMatchObject({ failures: 1 });
  }
  expect(await countOf("address", CLAIMED)).toBeUndefined();
});

/** React's encoding of (state, form data): it looks for the fields of "$K1" under "_1_". */
function callWith(fields: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return body;
}

/** What `fetch` would send, from that address and with a claim to come from another. */
async function askAs(caller: Caller, path: string, init: RequestInit = {}): Promise<Reply> {
  const { headers, body } = new Response(init.body);
  const type = headers.get("content-type") ?? "";
  const sent = { ...(init.headers as Record<string, string>), "x-forwarded-for": CLAIMED };
  const answer = await caller.ask(path, {
    method: "POST",
    headers: { ...sent, "content-type": type },
    body: await new Response(body).text(),
  });
  return { status: answer.status, headers: new Headers(), text: answer.text };
}
