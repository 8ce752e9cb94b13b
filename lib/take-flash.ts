import { decodeFlash, FLASH_COOKIE } from "./flash-cookie";

type Asked = {
  method: string;
  pathname: string;
  headers: Headers;
  cookie: (name: string) => string | undefined;
  /** The name of the build that serves, where it has one. */
  deployment: string | undefined;
};

const MOST_SPENT = 10_000;
/**
 * Flashes that were handed over. A cookie alone does not say so: after an action Next itself reads the
 * page that the action leads to, and keeps that reply's cookies from the browser.
 */
const spent = new Set<string>();

/**
 * The flash for the page that is asked for, once: null when there is none, when it is for another page,
 * for whoever only looks ahead (a prefetch) and shows nothing, and for a tab of an older build, which throws
 * the answer away and asks again for the whole page. `spent` says that the cookie is done.
 */
export function takeFlash(asked: Asked): { flash: string | null; spent: boolean } {
  const text = asked.cookie(FLASH_COOKIE);
  if (text === undefined || asked.method !== "GET" || isThrownAway(asked)) {
    return { flash: null, spent: false };
  }
  const flash = decodeFlash(text);
  if (flash === null) return { flash: null, spent: true };
  if (flash.path !== asked.pathname) return { flash: null, spent: false };
  if (spent.has(flash.nonce)) return { flash: null, spent: true };
  spend(flash.nonce);
  return { flash: text, spent: true };
}

function spend(nonce: string): void {
  spent.add(nonce);
  const [oldest] = spent;
  if (spent.size > MOST_SPENT && oldest !== undefined) spent.delete(oldest);
}

function isThrownAway({ headers, deployment }: Asked): boolean {
  const tab = headers.get("x-deployment-id");
  return isPrefetch(headers) || (tab !== null && tab !== deployment);
}

/** Next takes the headers of its own prefetches away before `proxy.ts`; the start of the request keeps this one. */
function isPrefetch(headers: Headers): boolean {
  return (
    headers.has(PREFETCH_HEADER) || /prefetch|prerender/.test(headers.get("sec-purpose") ?? "")
  );
}

export const PREFETCH_HEADER = "x-prefetch";
