import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { SchoolContext } from "@/lib/school-context";
import { systemNow } from "@/lib/time/instant";
import { requestIdNow } from "@/lib/watching/request-trail";
import { contextFor } from "./context-for";
import { isLiveSession } from "./live-session";
import { contextOfMember, memberOfSession } from "./member";
import type { Permission } from "./permissions";
import { requestPath } from "./request-path";
import { decodeSession, sessionCookieName, type SessionToken } from "./session-token";

/** What this request's cookie says, not yet held against the database: for lib/auth alone. */
export const sessionOfRequest = cache(async (): Promise<SessionToken | null> => {
  return decodeSession((await cookies()).get(sessionCookieName())?.value);
});

/** A page and its layout share one look-up. */
const contextOfRequest = cache(async (slug: string): Promise<SchoolContext | null> => {
  const now = systemNow();
  const session = await sessionOfRequest();
  if (session === null) return null;
  const member = await memberOfSession(session, slug, now);
  if (member === null) return null;
  return contextOfMember(member, { now, requestId: requestIdNow() });
});

/**
 * The guard of every page of a school: who asks, checked against the database. Signed out leads to
 * sign-in; an unknown school, another's school and a wrong role are all not found.
 */
export async function requireMember(slug: string, permission: Permission): Promise<SchoolContext> {
  const ctx = await memberOfRequest(slug, permission);
  if (ctx === "signed-out") redirect(signInPath(requestPath() ?? `/${slug}`));
  return ctx ?? notFound();
}

/** The same without leaving the page: for actions. Null is not found. */
export async function memberOfRequest(
  slug: string,
  permission: Permission,
): Promise<SchoolContext | "signed-out" | null> {
  const ctx = await contextOfRequest(slug);
  if (ctx !== null) return contextFor(ctx, permission);
  const session = await sessionOfRequest();
  return session !== null && (await isLiveSession(session, systemNow())) ? null : "signed-out";
}

export function signInPath(next: string): string {
  return `/sign-in?${new URLSearchParams({ next }).toString()}`;
}
