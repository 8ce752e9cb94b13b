import { cookies } from "next/headers";
import {
  encodeSession,
  servedSecurely,
  SESSION_SECONDS,
  sessionCookieName,
  type SessionToken,
} from "./session-token";

/** Signs this browser in. Only in an action or route handler. */
export async function startSession(session: SessionToken): Promise<void> {
  (await cookies()).set(sessionCookieName(), await encodeSession(session), {
    httpOnly: true,
    sameSite: "lax",
    secure: servedSecurely(),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", {
    httpOnly: true,
    sameSite: "lax",
    secure: servedSecurely(),
    path: "/",
    maxAge: 0,
  });
}
