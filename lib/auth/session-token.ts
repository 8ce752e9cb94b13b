import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { parseId, type UserId } from "@/lib/ids";

/** All that a session says: who, and which generation of their sessions it belongs to. */
export type SessionToken = { userId: UserId; sessionVersion: number };

export const SESSION_SECONDS = 30 * 24 * 3600;

const tokenShape = z.object({ sub: z.string(), version: z.number().int() });

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

/** The session in a cookie's value; null when there is none, or it is forged, broken or too old. */
export async function decodeSession(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const payload = await decode({ token: value, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  const parsed = tokenShape.safeParse(payload);
  const userId = parsed.success ? parseId<UserId>(parsed.data.sub) : null;
  return parsed.success && userId ? { userId, sessionVersion: parsed.data.version } : null;
}
