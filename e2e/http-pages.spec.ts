import { expect } from "@playwright/test";
import { type Ask, type Reply, test } from "./fixtures/app";
import { strangeIds } from "./fixtures/every-field";
import { addressOf, allPages, holderOf, namesSomething, pagesOfSchool } from "./fixtures/page-list";
import { expectAnswered, expectNotFound, expectNothingOf, expectSignedOut } from "./fixtures/reply";
import { everybodyOf, type TwoSchools, twoSchools } from "./fixtures/two-schools";

let schools: TwoSchools;

test.beforeAll(async () => {
  schools = await twoSchools();
});

/** Ways in which the proxy of a Next app was stepped around before, and to the data alone. */
const TRICKS: Record<string, string>[] = [
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-rewrite": "/", "x-middleware-next": "1", "x-middleware-override-headers": "x" },
  { "x-forwarded-host": "elsewhere.example", "x-matched-path": "/" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "2", "next-router-segment-prefetch": "/_tree" },
];

/** Everything that a page reads from its address. */
const PARAMETERS = [
  ...[
    "week",
    "at",
    "term",
    "view",
    "q",
    "page",
    "same",
    "message",
    "done",
    "from",
    "day",
    "course",
  ],
  ...["kind", "archived", "after", "before", "lessons", "endsOn", "startsOn", "name", "location"],
  ...["teacher", "room", "moving", "next", "plan", "copy", "preset", "date", "span", "student"],
  "entry",
];

/** What addresses used to make pages say. */
const TOLD_BY_ADDRESS = [
  ...["booked", "booked-all", "moved", "cancelled", "asked", "lifted", "created", "restored"],
  ...["ended", "saved", "added", "removed", "enrolled", "guardian", "student", "create", "renew"],
  ...["revoke", "signed-out", "signed-out-everywhere", "password-set"],
];

function askAll(ask: Ask, address: string, headers: Record<string, string>[]): Promise<Reply[]> {
  return Promise.all(headers.map((each) => ask(address, { headers: each })));
}

for (const { template, area } of pagesOfSchool()) {
  const { rightful, wrong } = holderOf(area);

  test(`${template}: whoever is signed out is asked to sign in`, async ({ ask }) => {
    const { wombat } = schools;
    const address = addressOf(template, wombat.slug, wombat.ids);
    const forged = { cookie: wombat.cookies[rightful].replace(/.{6}$/, "forged") };
    for (const reply of await askAll(ask, address, [{}, forged])) {
      expect([303, 307]).toContain(reply.status);
      expectSignedOut(reply);
    }
    for (const reply of await askAll(ask, address, TRICKS)) expectNothingOf(wombat, reply, address);
  });

  test(`${template}: does not exist for people of another school, nor for another role`, async ({
    ask,
  }) => {
    const { wombat, quokka } = schools;
    const address = addressOf(template, wombat.slug, wombat.ids);
    const cookies = [...everybodyOf(quokka), ...wrong.map((who) => wombat.cookies[who])];
    for (const reply of await askAll(
      ask,
      address,
      cookies.map((cookie) => ({ cookie })),
    )) {
      expectNotFound(wombat, reply, address);
    }
    const tricks = TRICKS.map((trick) => ({ ...trick, cookie: quokka.cookies[rightful] }));
    for (const reply of await askAll(ask, address, tricks)) expectNothingOf(wombat, reply, address);
  });

  test(`${template}: opens for the one it is for, and only with own things`, async ({ ask }) => {
    const { wombat, quokka } = schools;
    const headers = { cookie: wombat.cookies[rightful] };
    const own = await ask(addressOf(template, wombat.slug, wombat.ids), { headers });
    expect([200, 307]).toContain(own.status);
    expect(own.text + String(own.headers.get("location"))).toMatch(/Wombat Music|^\/wombat/i);
    expectNothingOf(quokka, own);
    for (const ids of namesSomething(template) ? [quokka.ids, strangeIds(quokka.ids)] : []) {
      const address = addressOf(template, wombat.slug, ids);
      expectNotFound(quokka, await ask(address, { headers }), address);
    }
  });

  test(`${template}: says nothing of what happened because its address does`, async ({ ask }) => {
    const { wombat } = schools;
    const [path = ""] = addressOf(template, wombat.slug, wombat.ids).split("?");
    const headers = { cookie: wombat.cookies[rightful] };
    const said = async (query: string) =>
      (await ask(`${path}${query}`, { headers })).text.split("bg-success text-success-ink").length;
    const before = await said("");
    for (const code of TOLD_BY_ADDRESS) {
      expect(await said(`?done=${code}&message=${code}`), code).toBe(before);
    }
  });

  test(
    `${template}: bears garbage in its address and methods that it does not have`,
    {
      tag: "@proxy",
    },
    async ({ ask }) => {
      const { wombat } = schools;
      const cookie = wombat.cookies[rightful];
      const [path = ""] = addressOf(template, wombat.slug, wombat.ids).split("?");
      const garbage = ["%00", "%FF", "-1", "1e999", "2.5", "'%22%3Cscript%3E", "x".repeat(100)];
      garbage.push("9999-12-31", "0000-01-01", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
      const queries = garbage.map((text) => PARAMETERS.map((name) => `${name}=${text}`).join("&"));
      queries.push(PARAMETERS.map((name) => `${name}=1&${name}=2&${name}[]=3`).join("&"));
      const replies = await Promise.all([
        ...queries.map((query) => ask(`${path}?${query}`, { headers: { cookie } })),
        ...["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"].map((method) =>
          ask(path, { method, headers: { cookie } }),
        ),
      ]);
      for (const [index, reply] of replies.entries()) {
        expectAnswered(reply, queries[index]?.slice(0, 60) ?? "a method");
        expect(reply.text).not.toContain("'\"<script>");
      }
    },
  );
}

for (const { template, area } of allPages().filter(({ area }) => /public|account/.test(area))) {
  test(`${template}: shows nobody's data to whoever is signed out`, async ({ ask }) => {
    const reply = await ask(addressOf(template, schools.wombat.slug, {}));
    expectNothingOf(schools.wombat, reply);
    if (area === "account") expectSignedOut(reply);
    else expect(reply.status).toBe(200);
  });
}

test("another family of the same school is not found, page by page", async ({ ask }) => {
  const { neighbours, neighbour, slug, ids } = schools.wombat;
  const ofFamilies = pagesOfSchool().filter(({ area }) => area === "family");
  for (const { template } of ofFamilies.filter(({ template }) => namesSomething(template))) {
    const theirs = addressOf(template, slug, ids);
    const reply = await ask(theirs, { headers: { cookie: neighbour } });
    expect(reply.status, template).toBe(404);
    expect(reply.text).not.toMatch(/Wombat (?:Mia|Leo|Dad|asks)/);
    const own = addressOf(template, slug, { ...ids, ...neighbours.ids });
    expect((await ask(own, { headers: { cookie: neighbour } })).status, template).toBeLessThan(400);
  }
});

test("a school that does not exist answers like one that somebody may not see", async ({
  ask,
  hasProxy,
}) => {
  const { wombat, quokka } = schools;
  const headers = { cookie: wombat.cookies.admin };
  // Next itself fails at an address that is no text, before any page is asked.
  const broken = hasProxy ? ["%FF", "%00"] : [];
  for (const slug of ["no-such-school", quokka.slug, "..%2f", "a".repeat(300), ...broken]) {
    const reply = await ask(`/${slug}/admin`, { headers });
    expect(reply.status, slug).toBe(broken.includes(slug) ? 400 : 404);
    expectNothingOf(quokka, reply, slug);
  }
});

test("the school's address leads into one's own area or to sign-in, and says of no other school that it is there", async ({
  ask,
}) => {
  const { wombat, quokka } = schools;
  for (const area of ["admin", "teach", "family", "student"]) {
    const { rightful } = holderOf(area);
    const reply = await ask(`/${wombat.slug}`, { headers: { cookie: wombat.cookies[rightful] } });
    expect(reply.status, area).toBe(307);
    expect(reply.headers.get("location"), area).toBe(`/${wombat.slug}/${area}`);
  }
  const headers = { cookie: wombat.cookies.admin };
  for (const slug of [quokka.slug, "no-such-school"]) {
    expect((await ask(`/${slug}`, { headers })).status, slug).toBe(404);
    const signedOut = await ask(`/${slug}`);
    expect(signedOut.headers.get("location"), slug).toBe(`/sign-in?next=%2F${slug}`);
  }
});

test("a school's name may be written in any letters @proxy", async ({ ask }) => {
  const { slug, cookies } = schools.wombat;
  const headers = { cookie: cookies.admin };
  for (const path of ["", "/admin", "/admin/courses?kind=HYBRID&q=A+B"]) {
    const reply = await ask(`/${slug.toUpperCase()}${path}`, { headers });
    expect(reply.status, path).toBe(308);
    const location = new URL(reply.headers.get("location") ?? "", "http://here.example");
    expect(location.pathname + location.search).toBe(`/${slug}${path}`);
  }
});
