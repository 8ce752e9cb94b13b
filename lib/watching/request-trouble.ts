import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";

/** What a request is answered that no page, script or machine of ours sends. */
export type RequestTrouble = { status: 400 | 413 | 414 | 501; text: string };

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

const MOST_LINE_BYTES = 4 * 1024;
const MOST_PARAMETERS = 100;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ROUTER_STATE = "next-router-state-tree";

/** Twice the largest form: what is a little too long is told so in words by its route. */
const MOST_BYTES = 512 * 1024;
/** Inngest sends what the earlier steps of a job gave back. */
const MOST_BYTES_OF_JOBS = 4 * 1024 * 1024;

/** How long a body may be, whoever reads it. */
export function mostBytesOf({ url = "" }: Pick<Asked, "url">): number {
  return /^\/api\/inngest(?:[/?]|$)/.test(url) ? MOST_BYTES_OF_JOBS : MOST_BYTES;
}

/**
 * What can be told from the head of a request alone, before anything is read or rendered: null, or why
 * it is answered at once. Costs the same whatever was sent.
 */
export function troubleOfRequest(request: Asked): RequestTrouble | null {
  const { method = "", url = "", headers } = request;
  if (!METHODS.has(method)) return { status: 501, text: "This method is not known here." };
  if (!url.startsWith("/")) return { status: 400, text: "This is no address of ours." };
  if (`${method} ${url} HTTP/1.1`.length > MOST_LINE_BYTES) {
    return { status: 414, text: "This address is too long." };
  }
  if (url.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS) {
    return { status: 400, text: "This address asks for too much." };
  }
  if (Number(headers["content-length"] ?? 0) > mostBytesOf(request)) {
    return { status: 413, text: "This is too large." };
  }
  if (!isRouterState(headers[ROUTER_STATE])) {
    return { status: 400, text: "This request is broken." };
  }
  return null;
}

/** By Next's own reader, which answers a broken one as a failure of the server. */
function isRouterState(sent: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(sent);
    return true;
  } catch {
    return false;
  }
}
