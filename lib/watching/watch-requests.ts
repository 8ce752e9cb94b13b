import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "@/lib/ids";
import { PREFETCH_HEADER } from "@/lib/take-flash";
import { loggedRoute } from "./logged-route";
import type { Log } from "./open-log";
import { enterTrail, onTrail, type RequestTrail } from "./request-trail";

type Asked = { request: IncomingMessage; response: ServerResponse };

const HEADER = "x-request-id";
const NEXT_PREFETCH = ["next-router-prefetch", "next-router-segment-prefetch"];
const GIVEN_ID = /^[\w-]{8,100}$/;
const STATIC = /^\/_next\/static\//;
/** What servers write down where a caller left before the answer was whole. */
const LEFT = 499;

/**
 * From now on every request has an id (the caller's own where it has the right form), answers with it,
 * and leaves one line when it is done. Call once at start-up.
 */
export function watchRequests(log: Log): void {
  subscribe("http.server.request.start", (message) => {
    const asked = message as Asked;
    const trail: RequestTrail = { requestId: requestIdOf(asked.request) };
    asked.request.headers[HEADER] = trail.requestId;
    keepPrefetch(asked.request);
    asked.response.setHeader(HEADER, trail.requestId);
    enterTrail(trail);
    const isWritten = log.isLevelEnabled("info") && !STATIC.test(asked.request.url ?? "");
    if (isWritten) writeWhenDone(log, asked, trail);
  });
}

/** Next takes its own headers away before `proxy.ts`, which has to know who only looks ahead. */
function keepPrefetch({ headers }: IncomingMessage): void {
  delete headers[PREFETCH_HEADER];
  const isPrefetch = NEXT_PREFETCH.some((name) => headers[name] !== undefined);
  if (isPrefetch) headers[PREFETCH_HEADER] = "1";
}

function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers[HEADER];
  return typeof given === "string" && GIVEN_ID.test(given) ? given : newId();
}

function writeWhenDone(log: Log, { request, response }: Asked, trail: RequestTrail): void {
  const startedAt = performance.now();
  const { method, url = "/" } = request;
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : LEFT;
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    onTrail(trail, () => log.info({ method, route: loggedRoute(url), status, ms }, "request"));
  });
}
