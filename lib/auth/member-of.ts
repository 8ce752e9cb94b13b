import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { requestIdNow } from "@/lib/watching/request-trail";
import { isLiveSession, isLiveToken } from "./live-session";
import { contextOfMember, memberOfSession, memberOfToken } from "./member";
import { isOwnOrigin } from "./own-origin";
import { decodeSession, sessionCookieName } from "./session-token";

export type MemberAnswer =
  | { status: "member"; ctx: SchoolContext }
  | { status: "signed-out" | "foreign-origin" | "read-only-token" | "not-found" };

const READS = new Set(["GET", "HEAD"]);

/** Who calls a REST route of a school: by bearer token, or by session cookie from a page of ours. */
export async function memberOf(
  request: Request,
  slug: string,
  now: Instant,
): Promise<MemberAnswer> {
  const requestId = requestIdNow();
  const isRead = READS.has(request.method);
  const bearer = bearerToken(request);
  if (bearer !== null) {
    const found = await memberOfToken(bearer, slug, now);
    if (found === null) return { status: await refusedStatus(isLiveToken(bearer, now)) };
    const { token, ...member } = found;
    if (token.scope === "READ" && !isRead) return { status: "read-only-token" };
    return { status: "member", ctx: contextOfMember(member, { now, requestId }) };
  }
  const session = await decodeSession(cookieOf(request, sessionCookieName()));
  if (session === null) return { status: "signed-out" };
  if (!isRead && !isOwnOrigin(request.headers)) {
    return { status: "foreign-origin" };
  }
  const member = await memberOfSession(session, slug, now);
  if (member === null) return { status: await refusedStatus(isLiveSession(session, now)) };
  return { status: "member", ctx: contextOfMember(member, { now, requestId }) };
}

async function refusedStatus(isLive: Promise<boolean>): Promise<"not-found" | "signed-out"> {
  return (await isLive) ? "not-found" : "signed-out";
}

function bearerToken(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  return /^Bearer +([\x21-\x7e]{1,500})$/i.exec(header)?.[1] ?? "";
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
