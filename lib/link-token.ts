import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/** What a secret link is for; a token of one kind opens nothing of another. */
export type LinkKind = "calendar" | "invitation" | "password-reset";

const PATHS: Record<LinkKind, string> = {
  calendar: "api/calendar",
  invitation: "invitation",
  "password-reset": "reset-password",
};

/** What a link that carries its own facts is for. */
type SignedKind = "device" | "unsubscribe";

const MOST_CHARACTERS = 500;

/** The secret part of a link, made again from the row's id by whoever sends or shows it. */
export function linkToken(kind: LinkKind, id: string): string {
  return createHmac("sha256", env.LINK_SECRET).update(`${kind}:${id}`).digest("base64url");
}

/** The whole address of such a link. */
export function linkUrl(kind: LinkKind, id: string): string {
  return new URL(`/${PATHS[kind]}/${linkToken(kind, id)}`, env.APP_URL).href;
}

/** A link's facts with proof that we wrote them. They can be read by whoever holds it, and not changed. */
export function signedToken(kind: SignedKind, facts: string): string {
  return `${Buffer.from(facts).toString("base64url")}.${proofOf(kind, facts)}`;
}

/** The facts of a token that `signedToken` made for this kind; null for any other text. */
export function openSignedToken(kind: SignedKind, token: string): string | null {
  const [text = "", proof = "", ...rest] = token.slice(0, MOST_CHARACTERS).split(".");
  if (rest.length > 0) return null;
  const facts = Buffer.from(text, "base64url").toString();
  const [given, own] = [Buffer.from(proof), Buffer.from(proofOf(kind, facts))];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return signedToken(kind, facts) === token ? facts : null;
}

function proofOf(kind: SignedKind, facts: string): string {
  return createHmac("sha256", env.LINK_SECRET)
    .update(`signed:${kind}:${facts}`)
    .digest("base64url");
}

/** What is kept of a link or API token: SHA-256 in hex. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
