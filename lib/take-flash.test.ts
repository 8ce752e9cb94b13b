import { describe, expect, it } from "vitest";
import { decodeFlash, encodeFlash, FLASH_COOKIE } from "./flash-cookie";
import { PREFETCH_HEADER, takeFlash } from "./take-flash";

const PAGE = "/musicnme/family/bookings/1";

function flash(nonce: string, path = PAGE): string {
  return encodeFlash({ code: "booked", ids: ["1"], path, nonce });
}

function ask(text: string | undefined, more: Partial<Parameters<typeof takeFlash>[0]> = {}) {
  const cookie = (name: string) => (name === FLASH_COOKIE ? text : undefined);
  const asked = { method: "GET", pathname: PAGE, headers: new Headers(), deployment: "new" };
  return takeFlash({ ...asked, cookie, ...more });
}

describe("what has happened is told", () => {
  it("once, to the page that the action led to", () => {
    const text = flash("once-told");
    expect(ask(text)).toEqual({ flash: text, spent: true });
    expect(ask(text)).toEqual({ flash: null, spent: true });
    expect(decodeFlash(text)).toMatchObject({ code: "booked", ids: ["1"] });
  });

  it("to no other page, and not to what only looks ahead or asks without reading", () => {
    const text = flash("kept-for-later");
    const kept = { flash: null, spent: false };
    expect(ask(text, { pathname: "/musicnme/family" })).toEqual(kept);
    expect(ask(text, { method: "HEAD" })).toEqual(kept);
    expect(ask(text, { method: "POST" })).toEqual(kept);
    expect(ask(text, { headers: new Headers({ [PREFETCH_HEADER]: "1" }) })).toEqual(kept);
    expect(ask(text, { headers: new Headers({ "sec-purpose": "prefetch;prerender" }) })).toEqual(
      kept,
    );
    expect(ask(text).flash).toBe(text);
  });

  it("not to a tab of an older build, which throws the answer away, and then to the page it loads", () => {
    const text = flash("kept-for-the-whole-page");
    const tab = (id: string) => ({ headers: new Headers({ "x-deployment-id": id }) });
    expect(ask(text, tab("old"))).toEqual({ flash: null, spent: false });
    expect(ask(text, tab("new")).flash).toBe(text);
    const unnamed = { ...tab("old"), deployment: undefined };
    expect(ask(flash("of-a-build-with-no-name"), unnamed).flash).toBeNull();
  });

  it("never from what we have not written", () => {
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const whole = { code: "booked", ids: [], path: PAGE, nonce: "long-enough" };
    for (const text of [
      "",
      "%%%",
      "x".repeat(5000),
      json(null),
      json([]),
      json({ ...whole, ids: [1] }),
      json({ ...whole, nonce: "<script>" }),
      json({ ...whole, path: undefined }),
    ]) {
      expect(ask(text), text.slice(0, 20)).toEqual({ flash: null, spent: true });
    }
    expect(ask(undefined)).toEqual({ flash: null, spent: false });
  });

  it("in a memory that does not grow without end", () => {
    for (let made = 0; made < 10_050; made += 1) ask(flash(`nonce-number-${made}`));
    expect(ask(flash("nonce-number-10049")).flash).toBeNull();
    expect(ask(flash("nonce-number-1")).flash).not.toBeNull();
  });
});
