import { expect } from "@playwright/test";
import { test } from "./fixtures/app";
import { addressOf, allPages, holderOf } from "./fixtures/page-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";

let wombat: SignedInSchool;

test.beforeAll(async () => {
  wombat = await aSignedInSchool("Wombat");
});

const STEADY = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

function expectSteady(headers: Headers): void {
  for (const [name, value] of Object.entries(STEADY)) expect(headers.get(name)).toBe(value);
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-powered-by")).toBeNull();
}

for (const { template, area } of allPages()) {
  test(`${template}: carries the security headers, and a nonce of its own on every script`, async ({
    ask,
  }) => {
    const who = area === "public" || area === "account" ? "admin" : holderOf(area).rightful;
    const headers = { cookie: area === "public" ? "" : wombat.cookies[who] };
    const address = addressOf(template, wombat.slug, wombat.ids);
    const reply = await ask(address, { headers });
    expectSteady(reply.headers);
    const policy = reply.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    for (const part of [
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`,
      `style-src 'self' 'nonce-${nonce}';`,
      ...["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"],
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    const scripts = [...reply.text.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag);
    if (reply.status === 200) expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(reply.text).not.toMatch(/<[^>]+\son(?:click|load|error)=/);
    const again = await ask(address, { headers });
    expect(again.headers.get("content-security-policy")).not.toBe(policy);
  });
}

test("answers that are no pages carry the headers too, and nobody else may keep them", async ({
  ask,
}) => {
  const headers = { cookie: wombat.cookies.guardian };
  const { bookingId, enrolmentId } = wombat.ids;
  for (const path of [
    "/api/health",
    "/api/ready",
    "/api/v1/nowhere",
    `/api/v1/schools/${wombat.slug}/me`,
    `/api/v1/schools/${wombat.slug}/enrolments/${enrolmentId}/slots?week=8`,
    `/api/v1/schools/${wombat.slug}/calendar?from=2026-11-02&until=2026-11-09`,
    `/${wombat.slug}/family/bookings/${bookingId}/calendar.ics`,
    "/no-such-page/at-all",
  ]) {
    const reply = await ask(path, { headers });
    expectSteady(reply.headers);
    expect(reply.headers.get("cache-control"), path).toMatch(/private|no-store|no-cache/);
  }
});
