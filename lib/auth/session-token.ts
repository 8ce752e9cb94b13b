import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { parseId, type UserId } from "@/lib/ids";
import { asInstant, systemNow, type Instant } from "@/lib/time/instant";

/** All that a session says: who, and which generation of their sessions it belongs to. */
export type SessionToken = { userId: UserId; sessionVersion: number };

export const SESSION_SECONDS = 30 * 24 * 3600;

const tokenShape = z.object({ sub: z.string(), version: z.number().int(), exp: z.number() });

export function sessionCookieName(): string {
  return servedSecurely() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function servedSecurely(): boolean {
  return env.APP_URL.startsWith("https:");
}

export async function encodeSession(session: SessionToken): Promise<string> {
  return encode({
    token: { sub: session.userId, version: session.sessionVersion },
    secret: env.NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
}

type Kept = { session: SessionToken; endsAt: Instant };

/** What cookies said before: deriving the key and decrypting costs more than the rest of a poll. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 2_000;

/** The session in a cookie's value; null when there is none, or it is forged, broken or too old. */
export async function decodeSession(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const known = kept.get(value);
  if (known !== undefined) return known.endsAt > systemNow() ? known.session : null;
  const payload = await decode({ token: value, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  const parsed = tokenShape.safeParse(payload);
  const userId = parsed.success ? parseId<UserId>(parsed.data.sub) : null;
  if (!parsed.success || !userId) return null;
  const session = { userId, sessionVersion: parsed.data.version };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(value, { session, endsAt: asInstant(parsed.data.exp * 1_000) });
  return session;
}
