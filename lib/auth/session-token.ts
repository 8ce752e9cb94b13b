import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { parseId, type SessionId, type UserId } from "@/lib/ids";
import { asInstant, systemNow, type Instant } from "@/lib/time/instant";

/** Whoever has just proved who they are, and the generation of sessions in which that holds. */
export type ProvenUser = { userId: UserId; sessionVersion: number };

/** What a cookie says. It proves nothing by itself: the session is its row (`user_of_session`). */
export type SessionToken = ProvenUser & { sessionId: SessionId };

/** As long as a session may last at all; the database ends it earlier (`is_live_session`). */
export const SESSION_SECONDS = 90 * 24 * 3600;

/** RFC 7519, 4.1.3: next-auth writes other tokens with the same key, and none of them is a session. */
const AUDIENCE = "musicnme:session";

const tokenShape = z.object({
  aud: z.literal(AUDIENCE),
  sub: z.string(),
  sid: z.string(),
  version: z.number().int(),
  exp: z.number(),
});

export function sessionCookieName(): string {
  return servedSecurely() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function servedSecurely(): boolean {
  return env.APP_URL.startsWith("https:");
}

export async function encodeSession(session: SessionToken): Promise<string> {
  const { userId, sessionId, sessionVersion } = session;
  return encode({
    token: { aud: AUDIENCE, sub: userId, sid: sessionId, version: sessionVersion },
    secret: env.NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
}

type Kept = { session: SessionToken; endsAt: Instant };

/** What cookies said before: deriving the key and decrypting costs more than the rest of a poll. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 2_000;

/** What a cookie's value says; null when there is none, or it is forged, broken, too old, or no session. */
export async function decodeSession(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const known = kept.get(value);
  if (known !== undefined) return known.endsAt > systemNow() ? known.session : null;
  const payload = await decode({ token: value, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  const parsed = tokenShape.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, sid, version, exp } = parsed.data;
  const [userId, sessionId] = [parseId<UserId>(sub), parseId<SessionId>(sid)];
  if (userId === null || sessionId === null) return null;
  const session = { userId, sessionId, sessionVersion: version };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(value, { session, endsAt: asInstant(exp * 1_000) });
  return session;
}
