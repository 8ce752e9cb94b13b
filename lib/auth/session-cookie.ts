import { cookies, headers } from "next/headers";
import { systemNow } from "@/lib/time/instant";
import { deviceName } from "./device-name";
import { DEVICE_SECONDS, deviceCookieName, deviceTokenFor } from "./device-token";
import { endSession } from "./end-session";
import { openSession } from "./open-session";
import {
  decodeSession,
  encodeSession,
  servedSecurely,
  SESSION_SECONDS,
  sessionCookieName,
  type ProvenUser,
  type SessionToken,
} from "./session-token";

/** Signs this browser in, in place of whatever session it had. Only in an action or route handler. */
export async function startSession(
  user: ProvenUser,
  how: { goesOn?: boolean } = {},
): Promise<SessionToken> {
  const device = deviceName(await headers());
  const opening = { ...how, device, replaces: await ownSession() };
  const session = await openSession(user, opening, systemNow());
  await setCookie(await encodeSession(session), SESSION_SECONDS);
  await rememberDevice(user);
  return session;
}

/**
 * From now on this browser is known as one of theirs: what others fail is no hindrance to it, until a new
 * password or "sign out everywhere".
 */
export async function rememberDevice(user: ProvenUser): Promise<void> {
  const name = deviceCookieName();
  const jar = await cookies();
  jar.set(name, deviceTokenFor(jar.get(name)?.value, user), {
    httpOnly: true,
    sameSite: "lax",
    secure: servedSecurely(),
    path: "/",
    maxAge: DEVICE_SECONDS,
  });
}

/** Signs this browser out: the session ends, so that a copy of its cookie is worth nothing either. */
export async function signOutHere(): Promise<void> {
  const session = await ownSession();
  if (session !== null) await endSession(session);
  await setCookie("", 0);
}

async function ownSession(): Promise<SessionToken | null> {
  return decodeSession((await cookies()).get(sessionCookieName())?.value);
}

async function setCookie(value: string, maxAge: number): Promise<void> {
  (await cookies()).set(sessionCookieName(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: servedSecurely(),
    path: "/",
    maxAge,
  });
}
