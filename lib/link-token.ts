import { createHash, createHmac } from "node:crypto";
import { env } from "./env";

/** What a mailed link is for; a token of one kind opens nothing of another. */
export type LinkKind = "invitation" | "password-reset";

const PATHS: Record<LinkKind, string> = {
  invitation: "invitation",
  "password-reset": "reset-password",
};

/** The secret part of a mailed link, made again from the row's id by whoever sends the mail. */
export function linkToken(kind: LinkKind, id: string): string {
  return createHmac("sha256", env.LINK_SECRET).update(`${kind}:${id}`).digest("base64url");
}

/** The whole address of a mailed link. */
export function linkUrl(kind: LinkKind, id: string): string {
  return new URL(`/${PATHS[kind]}/${linkToken(kind, id)}`, env.APP_URL).href;
}

/** What is kept of a link or API token: SHA-256 in hex. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
