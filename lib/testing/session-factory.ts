import { randomBytes } from "node:crypto";
import { encodeSession, sessionCookieName, type SessionToken } from "@/lib/auth/session-token";
import { newId, type SchoolId, type SessionId, type UserId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { type Instant, systemNow } from "@/lib/time/instant";
import { superuserQuery } from "./database";
import { date, insertRow } from "./insert-row";

type SessionOptions = { at?: Instant; lastUsedAt?: Instant; device?: string };

/** A session as signing in would begin it, of the user's present generation. */
export async function aSession(
  { userId }: { userId: string },
  { at = systemNow(), lastUsedAt = at, device = "Chrome on Android" }: SessionOptions = {},
): Promise<SessionToken> {
  const sessionId = newId<SessionId>();
  const times = { startedAt: date(at), lastUsedAt: date(lastUsedAt) };
  await insertRow("user_session", { id: sessionId, userId, device, ...times });
  const sql = `SELECT session_version AS version FROM "user" WHERE id = $1`;
  const [user] = (await superuserQuery(sql, [userId])).rows;
  return { userId: userId as UserId, sessionId, sessionVersion: Number(user?.["version"]) };
}

/** The cookie that a browser would send with it: "name=value". */
export async function cookieOfSession(session: SessionToken): Promise<string> {
  return `${sessionCookieName()}=${await encodeSession(session)}`;
}

type TokenOptions = { scope?: "READ" | "WRITE"; name?: string; at?: Instant; expiresAt?: Instant };

/** An API token of a member: the text that a program would send. */
export async function anApiToken(
  { userId }: { userId: string },
  { id: schoolId }: { id: SchoolId },
  { scope = "WRITE", name = "A program", at = systemNow(), expiresAt }: TokenOptions = {},
): Promise<string> {
  const token = `mnm_${randomBytes(32).toString("base64url")}`;
  await insertRow("api_token", {
    ...{ schoolId, id: newId(), userId, name, scope, tokenHash: tokenHash(token) },
    ...{ createdAt: date(at), expiresAt: date(expiresAt ?? null) },
  });
  return token;
}
