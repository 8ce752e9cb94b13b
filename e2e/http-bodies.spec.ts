import { expect } from "@playwright/test";
import { restingRowsOf } from "@/lib/testing/isolation/snapshot";
import { allActions, nameOf, plainForms, sender } from "./fixtures/action-list";
import { test } from "./fixtures/app";
import { everyField } from "./fixtures/every-field";
import { addressOf, holderOf } from "./fixtures/page-list";
import { expectAnswered } from "./fixtures/reply";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";

let wombat: SignedInSchool;

test.beforeAll(async () => {
  wombat = await aSignedInSchool("Wombat");
});

const MULTIPART = "multipart/form-data; boundary=b";
const TEXT = "text/plain;charset=UTF-8";
const row = (text: string) => `--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n${text}\r\n`;

/** What is no form of ours, with what is said about it. */
const NO_FORM: readonly (readonly [type: string, body: string, status: number])[] = [
  ["application/json", "{}", 415],
  ["application/x-www-form-urlencoded", "a=b", 415],
  [MULTIPART, "", 400],
  [MULTIPART, row("[]").slice(0, 40), 400],
  [MULTIPART, `${row(`["${"x".repeat(400_000)}","$K1"]`)}--b--\r\n`, 413],
  [MULTIPART, `${row("[]").repeat(1_001)}--b--\r\n`, 413],
  [TEXT, "x".repeat(400_000), 413],
];

/** What only Next can tell from a call, and answers with a bare 500: known and accepted. */
const UNDECODABLE: readonly (readonly [type: string, body: string])[] = [
  [TEXT, "garbage"],
  [TEXT, '[{"status":"idle"},"$K1"'],
  [MULTIPART, `${row("garbage")}--b--\r\n`],
  [MULTIPART, `${row('["$9"]')}--b--\r\n`],
  [MULTIPART, `${row("[".repeat(5_000))}--b--\r\n`],
];

for (const action of allActions()) {
  const isOutside = !action.page.startsWith("/[school]/");

  test(`${nameOf(action)}: bears garbage and too much of everything, and changes nothing`, async ({
    ask,
    url,
  }) => {
    const send = sender(ask, url);
    const address = addressOf(action.page, wombat.slug, wombat.ids);
    // Signing out everywhere is meant: outside schools nobody is signed in.
    const cookie = isOutside ? undefined : wombat.cookies[holderOf(action.area).rightful];
    const before = await restingRowsOf(wombat.school.id);
    for (const [contentType, body, status] of NO_FORM) {
      const reply = await send(action, address, { cookie, body, contentType });
      expect(reply.status, body.slice(0, 60)).toBe(status);
      expectAnswered(reply, body.slice(0, 60));
    }
    for (const [contentType, body] of UNDECODABLE) {
      const reply = await send(action, address, { cookie, body, contentType });
      expect(reply.status, body.slice(0, 60)).toBe(500);
    }
    const names = Object.keys(everyField(wombat));
    const nonsense = [
      "",
      "\u0000%$\uFFFD<b>",
      "-1",
      "9999-12-31",
      "x".repeat(2_000),
      "🪗".repeat(200),
    ];
    for (const text of nonsense) {
      const filled = names.map((name) => [name, text]);
      // A date is a fine name, and a fine telephone number: of a place that would be all.
      const form = { ...Object.fromEntries(filled), phone: "nobody's" };
      const reply = await send(action, address, { cookie, form });
      expectAnswered(reply, text.slice(0, 20));
      expect(reply.text, text.slice(0, 20)).not.toMatch(/"status":"done"|"code":"unexpected"/);
    }
    expect(await restingRowsOf(wombat.school.id)).toBe(before);
  });

  test(`${nameOf(action)}: is refused from elsewhere without JavaScript too`, async ({ ask }) => {
    const address = addressOf(action.page, wombat.slug, wombat.ids);
    const cookie = isOutside
      ? wombat.cookies.admin
      : wombat.cookies[holderOf(action.area).rightful];
    const before = await restingRowsOf(wombat.school.id);
    for (const origin of ["null", "https://elsewhere.example"]) {
      for (const body of plainForms(action, everyField(wombat))) {
        const reply = await ask(address, { method: "POST", headers: { cookie, origin }, body });
        expect(reply.status).toBe(403);
      }
    }
    for (const body of plainForms(action, everyField(wombat))) {
      const reply = await ask(address, { method: "POST", headers: { cookie }, body });
      expectAnswered(reply, "no Origin");
      expect(reply.headers.get("set-cookie")).toBeNull();
    }
    expect(await restingRowsOf(wombat.school.id)).toBe(before);
  });
}

test("an action that does not exist is refused", async ({ ask, url }) => {
  const [action] = allActions();
  if (action === undefined) throw new Error("The app has actions.");
  const send = sender(ask, url);
  for (const id of ["00".repeat(21), "../../etc", "", "x".repeat(5_000)]) {
    const reply = await send({ ...action, id }, "/sign-in", { form: {} });
    expectAnswered(reply, id.slice(0, 20));
    expect(reply.status).toBeGreaterThanOrEqual(400);
  }
});
