import { createHmac, timingSafeEqual } from "node:crypto";
import { MINUTE_MS, type Instant } from "@/lib/time/instant";

const GOOD_FOR_MS = 5 * MINUTE_MS;

export type SignedBody = { body: string; signature: string | null; signingKey: string };

/**
 * Whether Inngest has signed a body within the last five minutes: HMAC-SHA256 over its plain JSON and
 * the second that the signature names, with the key behind its prefix. Inngest's own package checks
 * this for every request but one: to register the functions anew it takes anybody's word.
 */
export function isSignedByInngest(
  { body, signature, signingKey }: SignedBody,
  now: Instant,
): boolean {
  const given = new URLSearchParams(signature ?? "");
  const [second, digest] = [given.get("t") ?? "", given.get("s") ?? ""];
  if (!/^\d+$/.test(second) || Math.abs(now - Number(second) * 1_000) > GOOD_FOR_MS) return false;
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const wanted = createHmac("sha256", key).update(plainJson(body)).update(second).digest("hex");
  return (
    digest.length === wanted.length && timingSafeEqual(Buffer.from(digest), Buffer.from(wanted))
  );
}

/** As it is signed (RFC 8785); a request to register holds one field, so that no order matters. */
function plainJson(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}
