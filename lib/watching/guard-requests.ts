import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { mostBytesOf, type RequestTrouble, troubleOfRequest } from "./request-trouble";
import { limitBody } from "./unfinished-bodies";

type Started = { server: Server };
type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Each is stood before once, however often that is asked for: what arrives is counted once. */
const guarded = new WeakSet<Server>();
const LINGER_MS = 500;
/** Node waits 60 and 300 seconds: for a form of ours from the slowest telephone these are enough. */
const HEAD_MS = 20_000;
const REQUEST_MS = 60_000;

/**
 * From now on a request that `troubleOfRequest` names is answered before anything of Next hears of it,
 * and a body that is longer than it may be ends its connection, whoever reads it and whether anybody
 * does: for every address, static files and health too. For servers that hear their first request from now on.
 */
export function guardRequests({ development }: { development: boolean }): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as Started;
    if (guarded.has(server)) return;
    guarded.add(server);
    standBefore(server);
    server.headersTimeout = HEAD_MS;
    server.requestTimeout = REQUEST_MS;
    // Only hot reload has anything to tell over a socket: such a request is then one like any other.
    if (!development) server.removeAllListeners("upgrade");
  });
}

/** Told of a request before the server is: this very request already passes here. */
function standBefore(server: Server): void {
  const listeners = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const trouble = troubleOfRequest(request);
    if (trouble !== null) return refuse(request, response, trouble);
    limitBody(request, mostBytesOf(request));
    const { socket } = request;
    response.once("finish", () => leaveSoon(request, socket));
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/**
 * The answer goes out at once. Who still sends is heard for a moment, and nothing of it kept: an end with
 * something unread would take the answer back on its way (RFC 9112, 9.6).
 */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text }: RequestTrouble,
): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.write(text);
  const leave = setTimeout(() => response.end(), LINGER_MS).unref();
  response.once("close", () => clearTimeout(leave));
  request.once("end", () => response.end()).resume();
}

/**
 * Who was answered and still sends is given a moment to read the answer, and then nobody listens. A
 * request whose reader gave it up has let go of its socket by then.
 */
function leaveSoon(request: IncomingMessage, socket: Socket): void {
  if (request.complete) return;
  setTimeout(() => request.complete || socket.destroy(), LINGER_MS).unref();
}
