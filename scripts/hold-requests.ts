import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Loaded before Next, which listens first and sets itself up afterwards: what arrives in between waits
 * here until `instrumentation-node.ts` says on the channel "musicnme.ready" that everything which looks
 * at a request stands, and then comes to the server as if it came only now.
 */

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Held = { request: IncomingMessage; response: ServerResponse };

const ARRIVED = "http.server.request.start";
const READY = "musicnme.ready";
const waiting = new Map<Server, { listeners: Listener[]; held: Held[] }>();

subscribe(ARRIVED, hold);
subscribe(READY, letThrough);

/** Told of a request before the server is: this very request is held already. */
function hold(message: unknown): void {
  const { server } = message as { server: Server };
  if (waiting.has(server)) return;
  const listeners = server.listeners("request") as Listener[];
  const held: Held[] = [];
  waiting.set(server, { listeners, held });
  server.removeAllListeners("request");
  server.on("request", (request, response) => held.push({ request, response }));
}

function letThrough(): void {
  unsubscribe(ARRIVED, hold);
  unsubscribe(READY, letThrough);
  for (const [server, { listeners, held }] of waiting) {
    server.removeAllListeners("request");
    for (const listener of listeners) server.on("request", listener);
    // Each in a turn of its own, so that none is taken for a part of another.
    for (const each of held) setImmediate(() => bring(server, each));
  }
  waiting.clear();
}

function bring(server: Server, { request, response }: Held): void {
  const { socket } = request;
  if (socket.destroyed) return;
  channel(ARRIVED).publish({ request, response, socket, server });
  server.emit("request", request, response);
}
