import type { Message } from "./inbox";

/**
 * Where a mail program offers "Unsubscribe" beside the sender (RFC 8058): both headers must be there,
 * and one address must be reached over HTTP. Null where it would offer nothing.
 */
export function oneClickUrl({ headers }: Pick<Message, "headers">): string | null {
  const named = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (named.get("list-unsubscribe-post")?.trim() !== "List-Unsubscribe=One-Click") return null;
  const found = /<(https?:\/\/[^<>\s]+)>/.exec(named.get("list-unsubscribe") ?? "");
  return found?.[1] ?? null;
}

/** Presses it as a mail program does: one POST, no cookies. The status answered, or null for none. */
export async function pressOneClick(url: string): Promise<number | null> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  return response?.status ?? null;
}
