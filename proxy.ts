import { NextResponse, type NextRequest } from "next/server";
import { isOwnOrigin } from "./lib/auth/own-origin";
import { env } from "./lib/env";
import { FLASH_COOKIE, FLASH_HEADER } from "./lib/flash-cookie";
import { troubleOfPost } from "./lib/page-post";
import { takeFlash } from "./lib/take-flash";

type PolicyFacts = { nonce: string; https: boolean; development: boolean };

/**
 * Headers, and a plain answer to a form that another site posts, and to a form or an address that
 * cannot be read: Next refuses those too, but as a failure of ours. Who may see what is decided
 * beside the data, never here; `api/` answers without it.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const writtenRight = rightWriting(request.nextUrl);
  if (writtenRight !== null) return movedTo(writtenRight);
  const refusal = await refusalOf(request, env.APP_URL);
  if (refusal !== null) return refusal;
  return withPolicy(request, {
    development: env.NODE_ENV === "development",
    deployment: env.NEXT_DEPLOYMENT_ID,
  });
}

export async function refusalOf(
  request: NextRequest,
  appUrl: string,
): Promise<NextResponse | null> {
  if (!isReadable(request.nextUrl.pathname)) return plain(400, "This address is broken.");
  if (!isPagePost(request)) return null;
  if (isForeign(request, appUrl)) return plain(403, "This form was sent from another site.");
  const trouble = await troubleOfPost(request);
  return trouble && plain(trouble.status, trouble.text);
}

function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

/**
 * The same address with the school's name in small letters, as people do not always write it; null where
 * it is. Whether there is such a school is not asked.
 */
export function rightWriting({ pathname, href }: Pick<URL, "pathname" | "href">): URL | null {
  const [, first = ""] = pathname.split("/");
  if (!/^[a-z0-9-]*[A-Z][a-zA-Z0-9-]*$/.test(first)) return null;
  const url = new URL(href);
  url.pathname = `/${first.toLowerCase()}${pathname.slice(1 + first.length)}`;
  return url;
}

function movedTo(url: URL): NextResponse {
  return new NextResponse(null, { status: 308, headers: { location: url.href } });
}

/** A page takes POSTs only as server actions, signed in by cookie. */
function isPagePost({ method, nextUrl }: NextRequest): boolean {
  return method === "POST" && !/^\/(?:api|_next|__nextjs\w*)(?:\/|$)/.test(nextUrl.pathname);
}

/** Without an Origin it is the action's own check that refuses, in words. */
function isForeign({ headers }: NextRequest, appUrl: string): boolean {
  return headers.has("origin") && !isOwnOrigin(headers, appUrl);
}

function plain(status: number, text: string): NextResponse {
  return new NextResponse(text, { status, headers: { "content-type": "text/plain" } });
}

type Build = {
  development: boolean;
  /** The name of the build that serves, where it has one. */
  deployment?: string | undefined;
};

export function withPolicy(request: NextRequest, build: Build): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    https: isHttps(request),
    development: build.development,
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  nameHost(request, headers);
  const spent = handFlash(request, headers, build.deployment);
  const response = NextResponse.next({ request: { headers } });
  if (spent) response.cookies.set(FLASH_COOKIE, "", { path: "/", maxAge: 0 });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/**
 * Next takes a form only where Origin and Host agree, and behind a proxy that writes a Host of its own
 * none would: what is here comes from a page of ours.
 */
function nameHost({ method }: NextRequest, headers: Headers): void {
  const origin = headers.get("origin");
  if (method === "POST" && origin !== null) headers.set("x-forwarded-host", new URL(origin).host);
}

/** What an action has left for this page goes to it as a header; true when the cookie is done. */
function handFlash(
  request: NextRequest,
  headers: Headers,
  deployment: string | undefined,
): boolean {
  const { flash, spent } = takeFlash({
    method: request.method,
    pathname: request.nextUrl.pathname,
    headers,
    cookie: (name) => request.cookies.get(name)?.value,
    deployment,
  });
  headers.delete(FLASH_HEADER);
  if (flash !== null) headers.set(FLASH_HEADER, flash);
  return spent;
}

export function contentSecurityPolicy({ nonce, https, development }: PolicyFacts): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto");
  return (forwarded ?? request.nextUrl.protocol).startsWith("https");
}

export const config = {
  matcher: [
    // Of the API only what may be a broken address: the rest answers sooner without.
    "/(api/.*%.*)",
    "/((?!api/|_next/static|_next/image|favicon.svg|icon|manifest.webmanifest).*)",
  ],
};
