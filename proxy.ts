import { NextResponse, type NextRequest } from "next/server";
import { env } from "./lib/env";

type PolicyFacts = { nonce: string; https: boolean; development: boolean };

/**
 * Headers, and a plain answer to a form that another site posts: Next refuses it too, but with our
 * error page. Who may see what is decided beside the data, never here; `api/` answers without it.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isForeignAction(request)) {
    return new NextResponse("This form was sent from another site.", { status: 403 });
  }
  return withPolicy(request, env.NODE_ENV === "development");
}

/** A page takes POSTs only as server actions, signed in by cookie. */
function isForeignAction(request: NextRequest): boolean {
  if (request.method !== "POST") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

export function withPolicy(request: NextRequest, development: boolean): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    https: isHttps(request),
    development,
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
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
  matcher: ["/((?!api/|_next/static|_next/image|favicon.svg|icon|manifest.webmanifest).*)"],
};
