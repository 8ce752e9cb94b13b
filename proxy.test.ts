import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, refusalOf, rightWriting, withPolicy } from "./proxy";

const PLAIN = { nonce: "abc", https: false, development: false };

function policyOf(url: string, headers: Record<string, string> = {}): string {
  return (
    withPolicy(new NextRequest(url, { headers }), { development: false }).headers.get(
      "content-security-policy",
    ) ?? ""
  );
}

function nonceOf(policy: string): string {
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
}

describe("the content security policy", () => {
  it("lets only scripts with this request's nonce run", () => {
    const policy = contentSecurityPolicy(PLAIN);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("allows no framing, no other base, no plug-ins and no posting elsewhere", () => {
    const directives = contentSecurityPolicy(PLAIN).split("; ");
    expect(directives).toEqual(
      expect.arrayContaining([
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
      ]),
    );
  });

  it("needs eval in development alone", () => {
    expect(contentSecurityPolicy({ ...PLAIN, development: true })).toContain("'unsafe-eval'");
  });

  it("has a new nonce of 128 bits for every request", () => {
    const nonces = Array.from({ length: 20 }, () => nonceOf(policyOf("http://school.test/")));
    expect(new Set(nonces).size).toBe(20);
    expect(nonces.every((nonce) => Buffer.from(nonce, "base64").length === 16)).toBe(true);
  });

  it("upgrades requests on https, also behind a proxy, and not on http", () => {
    expect(policyOf("https://school.test/")).toContain("upgrade-insecure-requests");
    expect(policyOf("http://school.test/", { "x-forwarded-proto": "https" })).toContain(
      "upgrade-insecure-requests",
    );
    expect(policyOf("http://school.test/")).not.toContain("upgrade-insecure-requests");
  });

  it("reaches the renderer, whatever the browser sent in its place", () => {
    const request = new NextRequest("http://school.test/", {
      headers: { "content-security-policy": "script-src 'nonce-evil'" },
    });
    const response = withPolicy(request, { development: false });
    const passedOn = response.headers.get("x-middleware-request-content-security-policy");
    expect(passedOn).toBe(response.headers.get("content-security-policy"));
  });

  it("says to Next that a form of ours was sent to the host it comes from, whatever a proxy wrote", () => {
    const headers = { host: "127.0.0.1:3000", origin: "https://app.example" };
    const request = new NextRequest("http://127.0.0.1:3000/x", { method: "POST", headers });
    const response = withPolicy(request, { development: false });
    expect(response.headers.get("x-middleware-request-x-forwarded-host")).toBe("app.example");
  });

  it("turns nobody away: it only sets headers", () => {
    const response = withPolicy(new NextRequest("http://school.test/musicnme/admin"), {
      development: false,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("location")).toBeNull();
    expect(response.headers.get("x-middleware-next")).toBe("1");
  });
});

describe("a form that is posted to a page", () => {
  async function statusFrom(origin: string | null): Promise<number | undefined> {
    const body = new FormData();
    body.append("0", '["$K1"]');
    const headers = { host: "school.example", ...(origin !== null && { origin }) };
    const request = new NextRequest("http://school.example/wombat/admin", {
      method: "POST",
      headers,
      body,
    });
    return (await refusalOf(request, "https://app.example"))?.status;
  }

  it("goes on when it comes from the same site, and without an Origin to the action's own check", async () => {
    expect(await statusFrom("http://school.example")).toBeUndefined();
    expect(await statusFrom("https://app.example")).toBeUndefined();
    expect(await statusFrom(null)).toBeUndefined();
  });

  it("is refused when it comes from anywhere else, or from a place that hides itself", async () => {
    for (const origin of [
      "http://elsewhere.example",
      "http://school.example:81",
      "https://school.example",
      "http://app.example",
      "null",
      "nonsense",
    ]) {
      expect(await statusFrom(origin), origin).toBe(403);
    }
  });
});

it("an address that is no text is refused", async () => {
  for (const path of ["/%FF/admin", "/wombat/%", "/wombat/%00"]) {
    const request = new NextRequest(`http://school.example${path}`);
    expect((await refusalOf(request, "https://app.example"))?.status, path).toBe(400);
  }
});

describe("the school's name in an address", () => {
  it.each([
    ["/MusicNMe", "/musicnme"],
    ["/MUSICNME/family/bookings/1?week=8&a=B", "/musicnme/family/bookings/1?week=8&a=B"],
    ["/Music-N-Me2/Admin", "/music-n-me2/Admin"],
  ])("is found however it is written: %s", (path, right) => {
    const target = rightWriting(new URL(path, "http://school.example"));
    expect(target?.href).toBe(`http://school.example${right}`);
  });

  it.each(["/", "/musicnme", "/musicnme/Family", "//Evil.example", "/%4D", "/A.B", "/A%2f..%2fb"])(
    "is left alone: %s",
    (path) => {
      expect(rightWriting(new URL(`http://school.example${path}`))).toBeNull();
    },
  );
});
