import { decodeFlash, FLASH_COOKIE } from "./flash-cookie";

type Asked = {
  method: string;
  pathname: string;
  headers: Headers;
  cookie: (name: string) => string | undefined;
};

const MOST_SPENT = 10_000;
/**
 * Flashes that were handed over. A cookie alone does not say so: after an action Next itself reads the
 * page that the action leads to, and keeps that reply's cookies from the browser.
 */
const spent = new Set<string>();

/**
 * The flash for the page that is asked for, once: null when there is none, when it is for another page,
 * and for whoever only looks ahead (a prefetch) and shows nothing. `spent` says that the cookie is done.
 */
export function takeFlash(asked: Asked): { flash: string | null; spent: boolean } {
  const text = asked.cookie(FLASH_COOKIE);
  if (text === undefined || asked.method !== "GET" || isPrefetch(asked.headers)) {
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

/** Next takes the headers of its own prefetches away before `proxy.ts`; the start of the request keeps this one. */
function isPrefetch(headers: Headers): boolean {
  return (
    headers.has(PREFETCH_HEADER) || /prefetch|prerender/.test(headers.get("sec-purpose") ?? "")
  );
}

export const PREFETCH_HEADER = "x-prefetch";
