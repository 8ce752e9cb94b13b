import { expect } from "@playwright/test";
import { restingRowsOf } from "@/lib/testing/isolation/snapshot";
import {
  actionsInSources,
  allActions,
  type AppAction,
  nameOf,
  sender,
} from "./fixtures/action-list";
import { type Ask, type Reply, test } from "./fixtures/app";
import { everyField, strangeIds } from "./fixtures/every-field";
import { addressOf, holderOf, pagesOfSchool } from "./fixtures/page-list";
import { expectAnswered, expectNotFound, expectNothingOf, expectSignedOut } from "./fixtures/reply";
import {
  aSignedInSchool,
  type SignedInSchool,
  type TwoSchools,
  twoSchools,
} from "./fixtures/two-schools";

let schools: TwoSchools;
/** A school whose rows may change. */
let bilby: SignedInSchool;

test.beforeAll(async () => {
  schools = await twoSchools();
  bilby = await aSignedInSchool("Bilby");
});

/**
 * What an answer says: its status, what the action handed back and which error ended it, without the
 * ids of this request. The page that comes with it is drawn anew each time, in pieces of any order.
 */
function sayingOf({ status, text }: Reply): string {
  const rows = text.split("\n").filter((row) => /^[0-9a-f]+:(?:\{"status"|E)/.test(row));
  const said = rows.map((row) => row.replace(/^[0-9a-f]+:|[0-9a-f]{8}-[0-9a-f-]{27}/g, ""));
  expect(said.length, `${status} says something`).toBeGreaterThan(0);
  return [status, ...said.sort()].join("\n");
}

function isDone({ headers, text }: Reply): boolean {
  return headers.has("x-action-redirect") || text.includes('"status":"done"');
}

/** Refused before the action is reached: by the proxy, or without it by Next. */
const ELSEWHERE = ["null", "nonsense", "https://elsewhere.example", "http://127.0.0.1:1"];

function expectNothingDone(reply: Reply, label: string): void {
  expect(isDone(reply), label).toBe(false);
  expect(reply.headers.get("set-cookie"), label).toBeNull();
}

type Sending = { action: AppAction; address: string; cookie: string };

async function expectNothingFromElsewhere(
  { ask, url, hasProxy }: { ask: Ask; url: string; hasProxy: boolean },
  { action, address, cookie }: Sending,
): Promise<void> {
  const form = everyField(schools.wombat);
  for (const origin of ELSEWHERE) {
    const reply = await sender(ask, url)(action, address, { cookie, form, origin });
    expectNothingDone(reply, origin);
    expect(reply.status, origin).toBe(hasProxy ? 403 : 500);
    expect(reply.text, origin).not.toContain('"status":"');
  }
  // Without an Origin it is the action's own guard that refuses.
  const reply = await sender(ask, url)(action, address, { cookie, form, origin: null });
  expect(reply.headers.get("set-cookie")).toBeNull();
  const sentBack = /^\/account(?:;|$)/.test(reply.headers.get("x-action-redirect") ?? "");
  expect(sentBack || reply.text.includes('"code":"foreign-origin"')).toBe(true);
}

test("the list of actions is whole: what the sources export is what the build serves", () => {
  expect(allActions().map(nameOf)).toEqual(actionsInSources());
  expect(actionsInSources().length).toBeGreaterThan(40);
});

const inSchools = allActions().filter(({ page }) => page.startsWith("/[school]/"));
const outside = allActions().filter(({ page }) => !page.startsWith("/[school]/"));

for (const action of inSchools) {
  const { rightful, wrong } = holderOf(action.area);

  test(`${nameOf(action)}: is there for nobody who is signed out, of another school or of another role`, async ({
    ask,
    url,
  }) => {
    const { wombat, quokka } = schools;
    const send = sender(ask, url);
    const form = everyField(wombat);
    const address = addressOf(action.page, wombat.slug, wombat.ids);
    const before = await restingRowsOf(wombat.school.id, quokka.school.id);
    expectSignedOut(await send(action, address, { form }));
    const strangers = [
      ...[quokka.cookies.admin, quokka.cookies[rightful]],
      ...wrong.map((who) => wombat.cookies[who]),
    ];
    const refused = await Promise.all(
      strangers.map((cookie) => send(action, address, { form, cookie })),
    );
    for (const reply of refused) expectNotFound(wombat, reply, address);
    // At an address that they may open: Next passes the action on to where it is at home.
    const homes = pagesOfSchool().filter(({ area, template }) => template === `/[school]/${area}`);
    for (const who of wrong) {
      const home = homes.find(({ area }) => holderOf(area).rightful === who)?.template ?? "";
      const there = addressOf(home, wombat.slug, {});
      const reply = await send(action, there, { form, cookie: wombat.cookies[who] });
      expect(reply.text).not.toContain('"status":"');
      expectAnswered(reply, `${who} at home`);
    }
    expect(await restingRowsOf(wombat.school.id, quokka.school.id)).toBe(before);
  });

  test(`${nameOf(action)}: does nothing for a request from elsewhere`, async ({
    ask,
    url,
    hasProxy,
  }) => {
    const { wombat } = schools;
    const address = addressOf(action.page, wombat.slug, wombat.ids);
    const before = await restingRowsOf(wombat.school.id);
    const cookie = wombat.cookies[rightful];
    await expectNothingFromElsewhere({ ask, url, hasProxy }, { action, address, cookie });
    expect(await restingRowsOf(wombat.school.id)).toBe(before);
  });

  test(
    `${nameOf(action)}: what belongs to another school is the same to it as what nobody has`,
    { tag: "@proxy" },
    async ({ ask, url }) => {
      const { quokka } = schools;
      const send = sender(ask, url);
      const cookie = bilby.cookies[rightful];
      const before = await restingRowsOf(quokka.school.id);
      const strange = strangeIds(quokka.ids);
      for (const [theirs, nobodys] of [
        [bilby.ids, bilby.ids],
        [quokka.ids, strange],
      ] as const) {
        const form = everyField({ ids: strange });
        const other = await send(action, addressOf(action.page, bilby.slug, nobodys), {
          cookie,
          form,
        });
        const address = addressOf(action.page, bilby.slug, theirs);
        const foreign = everyField(quokka);
        const reply = await send(action, address, { cookie, form: foreign });
        expectNothingOf(quokka, reply, JSON.stringify([address, foreign]));
        if (!isDone(other)) expect(sayingOf(reply)).toBe(sayingOf(other));
      }
      expect(await restingRowsOf(quokka.school.id)).toBe(before);
    },
  );

  test(`${nameOf(action)}: answers the one it is for`, { tag: "@proxy" }, async ({ ask, url }) => {
    const send = sender(ask, url);
    const address = addressOf(action.page, bilby.slug, bilby.ids);
    const reply = await send(action, address, { cookie: bilby.cookies[rightful] });
    expectAnswered(reply, "an empty form");
    expect(reply.headers.get("x-action-redirect") ?? reply.text).toMatch(/"status":"|^\//);
  });
}

for (const action of outside) {
  test(`${nameOf(action)}: changes nothing for whoever is signed out, or from elsewhere`, async ({
    ask,
    url,
    hasProxy,
  }) => {
    const { wombat, quokka } = schools;
    const address = addressOf(action.page, "", {});
    const before = await restingRowsOf(wombat.school.id, quokka.school.id);
    const form = everyField(wombat);
    const reply = await sender(ask, url)(action, address, { form });
    expectNothingOf(wombat, reply, JSON.stringify(form));
    const cookie = wombat.cookies.admin;
    await expectNothingFromElsewhere({ ask, url, hasProxy }, { action, address, cookie });
    expect(await restingRowsOf(wombat.school.id, quokka.school.id)).toBe(before);
  });
}
