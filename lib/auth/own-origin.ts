import { env } from "@/lib/env";

/**
 * Whether a write that is signed in by cookie comes from a page of ours. A missing or `null` Origin
 * is somebody else's, or a page without one: refused.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null || origin === "null" || !URL.canParse(origin)) return false;
  if (origin === new URL(env.APP_URL).origin) return true;
  return new URL(origin).host === headers.get("host");
}
