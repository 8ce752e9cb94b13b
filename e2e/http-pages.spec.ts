import { expect, test } from "@playwright/test";
import { ask, type Reply } from "./fixtures/app";
import { addressOf, allPages, HOLDER, namesSomething, pagesOfSchool } from "./fixtures/page-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";

let wombat: SignedInSchool;
let quokka: SignedInSchool;

test.beforeAll(async () => {
  [wombat, quokka] = [await aSignedInSchool("Wombat"), await aSignedInSchool("Quokka")];
});

/** Ways in which the proxy of a Next app was stepped around before. */
const PROXY_TRICKS: Record<string, Record<string, string>> = {
  "no trick": {},
  "the subrequest header": { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  "the old subrequest header": {
    "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
  },
  "a rewrite header": { "x-middleware-rewrite": "/", "x-middleware-next": "1" },
  "the data alone": { rsc: "1" },
  "a forwarded host": { "x-forwarded-host": "elsewhere.example" },
};

function expectNothingOf(mark: string, reply: Reply): void {
  expect(reply.text).not.toContain(mark);
  expect(reply.text).not.toContain("That didn't work");
  expect(reply.status).toBeLessThan(500);
}

/** The name of a school is no secret (whoever reads this is no member), its people and things are. */
function expectNoName(reply: Reply): void {
  expect(reply.text).not.toMatch(/Wombat (?!Music)/);
  expect(reply.status).toBeLessThan(500);
}

function expectSignIn(reply: Reply): void {
  const target = reply.headers.get("location") ?? reply.text;
  expect(target).toContain("/sign-in");
  expect([303, 307, 200]).toContain(reply.status);
}

for (const { template, area } of pagesOfSchool()) {
  const { rightful, wrong } = HOLDER[area] ?? { rightful: "admin", wrong: "student" };

  test(`${template}: whoever is signed out is asked to sign in, with or without the proxy`, async () => {
    const address = addressOf(template, wombat.slug, wombat.ids);
    for (const [trick, headers] of Object.entries(PROXY_TRICKS)) {
      await test.step(trick, async () => {
        const reply = await ask(address, { headers });
        expectSignIn(reply);
        expectNothingOf("Wombat", reply);
      });
    }
    const prefetch = { rsc: "1", "next-router-prefetch": "1" };
    expectNothingOf("Wombat", await ask(address, { headers: prefetch }));
  });

  test(`${template}: does not exist for people of another school, nor for another role`, async () => {
    const address = addressOf(template, wombat.slug, wombat.ids);
    const strangers = [...Object.values(quokka.cookies), wombat.cookies[wrong]];
    for (const cookie of strangers) {
      const reply = await ask(address, { headers: { cookie } });
      expect(reply.status).toBe(404);
      expectNoName(reply);
    }
    for (const trick of Object.values(PROXY_TRICKS)) {
      const reply = await ask(address, { headers: { ...trick, cookie: quokka.cookies[rightful] } });
      expectNoName(reply);
    }
  });

  test(`${template}: opens for the one it is for, and only with own things`, async () => {
    const cookie = wombat.cookies[rightful];
    const own = await ask(addressOf(template, wombat.slug, wombat.ids), { headers: { cookie } });
    expect([200, 307]).toContain(own.status);
    expectNothingOf("Quokka", own);
    if (!namesSomething(template)) return;
    const foreign = await ask(addressOf(template, wombat.slug, quokka.ids), {
      headers: { cookie },
    });
    expect(foreign.status).toBe(404);
    expectNothingOf("Quokka", foreign);
  });
}

for (const { template, area } of allPages().filter(({ area }) => !(area in HOLDER))) {
  test(`${template}: shows nobody's data to whoever is signed out`, async () => {
    const reply = await ask(addressOf(template, "", {}));
    expectNothingOf("Wombat", reply);
    if (area === "account") expectSignIn(reply);
    else expect(reply.status).toBe(200);
  });
}

test("another family of the same school is not found, page by page", async () => {
  const { neighbours, slug, cookies, ids } = wombat;
  const cookie = cookies.guardian;
  const named = pagesOfSchool().filter(({ template }) => namesSomething(template));
  for (const { template } of named.filter(({ area }) => area === "family")) {
    const reply = await ask(addressOf(template, slug, { ...ids, ...neighbours.ids }), {
      headers: { cookie },
    });
    expect(reply.status, template).toBe(404);
    expectNothingOf("Wombat Neighbour", reply);
  }
});

test("a school that does not exist answers like one that somebody may not see", async () => {
  const cookie = wombat.cookies.admin;
  for (const slug of ["no-such-school", quokka.slug, "..%2f", "%00", "a".repeat(300)]) {
    const reply = await ask(`/${slug}/admin`, { headers: { cookie } });
    expect(reply.status, slug).toBeGreaterThanOrEqual(400);
    expectNothingOf("Quokka", reply);
  }
});

for (const { template, area } of allPages()) {
  test(`${template}: carries the security headers, and a nonce on every script`, async () => {
    const who = HOLDER[area]?.rightful ?? (area === "account" ? "admin" : null);
    const headers: Record<string, string> = who === null ? {} : { cookie: wombat.cookies[who] };
    const reply = await ask(addressOf(template, wombat.slug, wombat.ids), { headers });
    const policy = reply.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("x-frame-options")).toBe("DENY");
    expect(reply.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(reply.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(reply.headers.get("x-powered-by")).toBeNull();
    for (const [script] of reply.text.matchAll(/<script\b[^>]*>/g)) {
      expect(script).toContain(`nonce="${nonce}"`);
    }
    const again = await ask(addressOf(template, wombat.slug, wombat.ids), { headers });
    expect(again.headers.get("content-security-policy")).not.toBe(policy);
  });
}
