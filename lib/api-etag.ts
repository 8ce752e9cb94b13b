import { createHash } from "node:crypto";
import { json } from "./api-json";
import { httpDate, parseHttpDate } from "./time/http-date";
import { asInstant, type Instant } from "./time/instant";

/**
 * An answer that callers may keep and ask about: 304 without a body while `version` is the one they
 * have (If-None-Match). The version has to be read before the body, so that it is never newer.
 */
export async function versioned(
  request: Request,
  version: string,
  body: () => Promise<unknown>,
): Promise<Response> {
  const etag = etagOf(version);
  const headers = { etag, "cache-control": "private, no-cache", vary: "Authorization, Cookie" };
  if (isKnown(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return json(await body(), { headers });
}

/** The tag of whatever `version` tells apart. */
export function etagOf(version: string): string {
  return `"${createHash("sha256").update(version).digest("base64url").slice(0, 22)}"`;
}

/** The tags that a caller acts on; null where it acts on whatever there is (RFC 9110, 13.1.1). */
export function matchTags(request: Request): readonly string[] | null {
  const asked = request.headers.get("if-match");
  if (asked === null || asked.trim() === "*") return null;
  return asked.split(",").map((tag) => tag.trim());
}

type DatedFile = {
  content: string;
  etag: string;
  modifiedAt: Instant;
  headers: Record<string, string>;
};

/**
 * A file that says since when it is what it is: 304 to whoever has it, by its tag or, where none is
 * sent, by its date (RFC 9110, 13.2.2). HEAD is answered like GET without the body.
 */
export function datedFile(request: Request, file: DatedFile): Response {
  const etag = `"${file.etag}"`;
  const headers = { ...file.headers, etag, "last-modified": httpDate(file.modifiedAt) };
  if (isUnchanged(request.headers, etag, file.modifiedAt)) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = Buffer.from(file.content);
  return new Response(request.method === "HEAD" ? null : bytes, {
    headers: { ...headers, "content-length": String(bytes.byteLength) },
  });
}

function isUnchanged(asked: Headers, etag: string, modifiedAt: Instant): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null) return isKnown(tags, etag);
  const since = parseHttpDate(asked.get("if-modified-since") ?? "");
  return since !== null && asInstant(Math.floor(modifiedAt / 1000) * 1000) <= since;
}

function isKnown(known: string | null, etag: string): boolean {
  if (known === null) return false;
  const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
