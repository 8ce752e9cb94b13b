import { createHash } from "node:crypto";
import { json } from "./api-json";

/**
 * An answer that callers may keep and ask about: 304 without a body while `version` is the one they
 * have (If-None-Match). The version has to be read before the body, so that it is never newer.
 */
export async function versioned(
  request: Request,
  version: string,
  body: () => Promise<unknown>,
): Promise<Response> {
  const etag = `"${createHash("sha256").update(version).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "Authorization, Cookie" };
  if (isKnown(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return json(await body(), { headers });
}

function isKnown(known: string | null, etag: string): boolean {
  if (known === null) return false;
  const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
