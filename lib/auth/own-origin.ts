import { env } from "@/lib/env";

/**
 * Whether a write that is signed in by cookie comes from a page of ours: scheme, host and port are the
 * app's address, or those that this very request was sent to. A missing or `null` Origin is somebody
 * else's, or a page without one: refused.
 */
export function isOwnOrigin(headers: Headers, appUrl: string = env.APP_URL): boolean {
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { protocol } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return origin === new URL(appUrl).origin || origin === askedOrigin(headers);
}

/** Next says the scheme of the connection where no proxy did. */
function askedOrigin(headers: Headers): string {
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() || "http";
  return `${scheme}://${headers.get("host")}`;
}
