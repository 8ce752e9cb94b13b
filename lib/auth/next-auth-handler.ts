import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { NextRequest } from "next/server";
import { z } from "zod";
import { env } from "@/lib/env";
import type { UserId } from "@/lib/ids";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";
import { callerOf } from "./caller";
import { isLiveSession } from "./live-session";
import { decodeSession, encodeSession, SESSION_SECONDS, type SessionToken } from "./session-token";
import { verifyCredentials } from "./verify-credentials";

const MOST_BYTES = 16 * 1024;
const credentialsShape = z.object({ email: z.string().max(254), password: z.string().max(1000) });
const tokenShape = z.object({ sub: z.string(), version: z.number() });
const userShape = z.object({ id: z.string(), sessionVersion: z.number() });

/** next-auth's own routes, on the same use case, cookie and session version as our pages. */
export async function nextAuthHandler(
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const body = request.method === "POST" ? await bodyOf(request) : null;
  if (body instanceof Response) return body;
  const { url, method, headers } = request;
  const checked = new NextRequest(url, { method, headers, body });
  const answer = (await NextAuth(checked as never, route as never, options(request))) as Response;
  // It answers 500 where it means that a form must be posted.
  const isMisused = method === "GET" && answer.status === 500;
  return isMisused ? new Response(null, { status: 405, headers: { allow: "POST" } }) : answer;
}

/** next-auth reads whatever comes: what is too long or broken does not reach it. */
async function bodyOf(request: NextRequest): Promise<string | Response> {
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > MOST_BYTES) return new Response(null, { status: 413 });
  const body = await request.text();
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

function options(request: Request): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    providers: [credentialsProvider(request)],
    jwt: {
      encode: async ({ token }) => encodeSession(sessionIn(token)),
      decode: async ({ token }) => {
        const session = await decodeSession(token);
        if (session === null || !(await isLiveSession(session))) return null;
        return { sub: session.userId, version: session.sessionVersion };
      },
    },
    callbacks: {
      // Only sign-in writes into a token: what a client sends with `update` is not looked at.
      jwt: ({ token, user, trigger }) => {
        if (trigger !== "signIn") return token;
        const { id, sessionVersion } = userShape.parse(user);
        return { sub: id, version: sessionVersion };
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

function credentialsProvider(request: Request) {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (sent) => {
      const parsed = credentialsShape.safeParse(sent);
      if (!parsed.success) return null;
      try {
        const caller = callerOf(request.headers);
        const session = await verifyCredentials({ ...parsed.data, caller }, systemNow());
        return { id: session.userId, sessionVersion: session.sessionVersion };
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    },
  });
}

function sessionIn(token: unknown): SessionToken {
  const { sub, version } = tokenShape.parse(token);
  return { userId: sub as UserId, sessionVersion: version };
}
