import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { NextRequest } from "next/server";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { readBody } from "@/lib/read-body";
import { Refusal } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";
import { callerOf } from "./caller";
import { endSession } from "./end-session";
import { isLiveSession } from "./live-session";
import { isLimit, limitedResponse } from "./limited-response";
import { openSession } from "./open-session";
import { rememberDevice } from "./session-cookie";
import { decodeSession, encodeSession, SESSION_SECONDS, type SessionToken } from "./session-token";
import { verifyCredentials } from "./verify-credentials";

const MOST_BYTES = 16 * 1024;
/** What a program signs in and out with. Pages, lists and redirects of next-auth's own are not served. */
const SERVED = new Set(["GET csrf", "GET session", "POST callback/credentials", "POST signout"]);
const credentialsShape = z.object({ email: z.string().max(254), password: z.string().max(1000) });
const sessionShape = z.object({
  userId: z.string(),
  sessionId: z.string(),
  sessionVersion: z.number(),
});

/**
 * next-auth's own routes, on the same use cases, cookie and sessions as our pages. Whoever asks again and
 * again gets fresh cookies, and the session ends when it would have: the database says when.
 */
export async function nextAuthHandler(
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const asked = `${request.method} ${(await route.params).nextauth.join("/")}`;
  if (!SERVED.has(asked)) return new Response(null, { status: 404 });
  const body = request.method === "POST" ? await bodyOf(request) : null;
  if (body instanceof Response) return body;
  const { url, method, headers } = request;
  const checked = new NextRequest(url, { method, headers, body });
  const unsaid: Error[] = [];
  const set = options(request, unsaid);
  const answer = (await NextAuth(checked as never, route as never, set)) as Response;
  const [error] = unsaid;
  if (error === undefined) return answer;
  if (error instanceof Refusal) return limitedResponse(error);
  throw error;
}

/** next-auth reads whatever comes: what is too long or broken does not reach it. */
async function bodyOf(request: NextRequest): Promise<string | Response> {
  const body = (await readBody(request, MOST_BYTES))?.toString("utf8");
  if (body === undefined) return new Response(null, { status: 413 });
  const type = request.headers.get("content-type") ?? "";
  const broken = type.includes("application/json") && !isJson(body);
  return broken ? new Response(null, { status: 400 }) : body;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `unsaid` gets what next-auth would not tell, or would put word for word into an address. */
function options(request: Request, unsaid: Error[]): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    providers: [credentialsProvider(request, unsaid)],
    jwt: {
      encode: async ({ token }) => encodeSession(sessionIn(token)),
      decode: async ({ token }) => {
        const session = await decodeSession(token);
        return session !== null && (await isLiveSession(session, systemNow())) ? session : null;
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (token !== null) await endSession(sessionIn(token));
      },
    },
    callbacks: {
      // Only sign-in writes into a token: what a client sends with `update` is not looked at.
      jwt: ({ token, user, trigger }) => {
        return trigger === "signIn" ? sessionIn(user) : token;
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") ? `${baseUrl}${url}` : baseUrl),
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

function credentialsProvider(request: Request, unsaid: Error[]) {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (sent) => {
      const parsed = credentialsShape.safeParse(sent);
      if (!parsed.success) return null;
      try {
        const caller = callerOf(request.headers);
        const user = await verifyCredentials({ ...parsed.data, caller }, systemNow());
        const { device } = caller;
        const session = await openSession(user, { device, replaces: null }, systemNow());
        await rememberDevice(session);
        return { id: session.userId, ...session };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!(error instanceof Refusal) || isLimit(error)) unsaid.push(error);
        return null;
      }
    },
  });
}

/** Only what this file has put in: next-auth adds names and pictures of its own. */
function sessionIn(token: unknown): SessionToken {
  return sessionShape.parse(token) as SessionToken;
}
