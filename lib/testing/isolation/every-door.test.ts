import { describe, expect, it } from "vitest";
import { callsIn, exportedMakers, parsed } from "./source-doors";

/** Pages that ask for nobody: what leads to sign-in. */
const OPEN_PAGES = [
  "app/(public)/forgot-password/page.tsx",
  "app/(public)/reset-password/[token]/page.tsx",
  "app/(public)/unsubscribe/[token]/page.tsx",
];

/** Actions of nobody's school: sign-in, each person's own account, and links that are their own permission. */
const PUBLIC_ACTIONS = [
  "app/(public)/account/actions.ts",
  "app/(public)/forgot-password/actions.ts",
  "app/(public)/invitation/[token]/actions.ts",
  "app/(public)/reset-password/[token]/actions.ts",
  "app/(public)/sign-in/actions.ts",
  "app/(public)/unsubscribe/[token]/actions.ts",
];

/** Routes that no school owns, and those whose caller proves itself by a signature. */
const OPEN_ROUTES = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/route.ts",
  "app/api/inngest/route.ts",
  "app/api/ready/route.ts",
  "app/api/resend/webhook/route.ts",
  "app/api/unsubscribe/[token]/route.ts",
  "app/api/v1/[[...nowhere]]/route.ts",
];

const GUARDS = ["requireMember", "getAccount"];

/** Ends the caller's own session in this browser, and nothing else: for plain forms. */
const UNWRAPPED = "app/(public)/account/actions.ts signOut";

function isServer(text: string): boolean {
  return /^["']use server["'];?$/m.test(text);
}

describe("every door has its guard in the source, so that no proxy is needed to hold it", () => {
  it("every page asks whose it is, but for the listed ones", () => {
    const unguarded = parsed("app/**/page.tsx").filter(
      (page) => !callsIn(page).some((name) => GUARDS.includes(name)),
    );
    expect(unguarded.map(({ fileName }) => fileName)).toEqual(OPEN_PAGES);
  });

  it("every layout of an area asks too, so that its frame names nobody to a stranger", () => {
    const areas = parsed("app/[[]school]/*/layout.tsx");
    expect(areas).toHaveLength(4);
    for (const area of areas) expect(callsIn(area)).toContain("requireMember");
  });

  it("every action is made by a guard: of a school, or listed as public", () => {
    const files = parsed("app/**/*.{ts,tsx}").filter((file) => isServer(file.text));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const guards = PUBLIC_ACTIONS.includes(file.fileName) ? ["publicAction"] : ["schoolAction"];
      for (const { name, maker } of exportedMakers(file)) {
        if (`${file.fileName} ${name}` === UNWRAPPED) continue;
        expect(guards, `${file.fileName} ${name}`).toContain(maker);
      }
    }
  });

  it("actions stand nowhere else: no inline one, none in components or lib", () => {
    const elsewhere = parsed("{components,lib}/**/*.{ts,tsx}").filter((file) =>
      isServer(file.text),
    );
    expect(elsewhere.map(({ fileName }) => fileName)).toEqual([]);
    const inline = parsed("app/**/*.{ts,tsx}").filter(({ text }) =>
      /^\s+["']use server["']/m.test(text),
    );
    expect(inline.map(({ fileName }) => fileName)).toEqual([]);
  });

  it("every route is made by the API's guard or asks whose it is, but for the listed ones", () => {
    const routes = parsed("app/**/route.ts");
    const unguarded = routes.filter((route) => {
      const makers = exportedMakers(route).map(({ maker }) => maker);
      const asks = callsIn(route).some((name) => ["requireMember", "contextOfFeed"].includes(name));
      return !makers.includes("apiRoute") && !asks;
    });
    expect(unguarded.map(({ fileName }) => fileName)).toEqual(OPEN_ROUTES);
  });

  it("the proxy knows nobody: it reads no session and no database", () => {
    const [proxy] = parsed("proxy.ts");
    const imported = [...(proxy?.text.matchAll(/from "([^"]+)"/g) ?? [])].map(([, from]) => from);
    expect(imported.filter((from) => from !== "next/server").sort()).toEqual([
      "./lib/auth/own-origin",
      "./lib/env",
      "./lib/flash-cookie",
      "./lib/page-post",
      "./lib/take-flash",
    ]);
    expect(proxy?.text).not.toMatch(/session-token|\.rewrite\(/);
  });
});
