import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** With no more requests than this under way nobody is kept waiting by work beside them. */
const FEW = 3;
const LOOK_EVERY_MS = 25;

/** Counted on the process: bundles may hold several copies of this file. */
const KEY = Symbol.for("musicnme.requests.under-way");
const holder = globalThis as { [KEY]?: number };

/** Counts the requests that this process is answering, from now on. */
export function countRequests(): void {
  holder[KEY] = 0;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    holder[KEY] = requestsUnderWay() + 1;
    response.once("close", () => (holder[KEY] = requestsUnderWay() - 1));
  });
}

function requestsUnderWay(): number {
  return holder[KEY] ?? 0;
}

/** Lets people who wait for an answer go first; returns when few do, or after `mostMs`. */
export async function letPeopleGoFirst(mostMs: number): Promise<void> {
  const deadline = performance.now() + mostMs;
  while (requestsUnderWay() > FEW && performance.now() < deadline) await pause(LOOK_EVERY_MS);
}
