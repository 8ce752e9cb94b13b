import type { IncomingMessage } from "node:http";

/**
 * What all bodies together may hold of this process while they have not ended. Where one more would be
 * over it, whoever has taken the longest is cut off: a form of ours is here within moments.
 */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_BODIES = 500;

/** How many bytes have arrived of each, the one that began first in front. */
const unfinished = new Map<IncomingMessage, number>();
let allBytes = 0;

/** Counts what arrives where it arrives: Next keeps a body in memory that nobody has asked for. */
export function limitBody(request: IncomingMessage, most: number): void {
  if (!hasBody(request)) return;
  const push = request.push.bind(request);
  unfinished.set(request, 0);
  request.once("close", () => forget(request));
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk === null) forget(request);
    const before = unfinished.get(request);
    if (chunk === null || before === undefined) return push(chunk, encoding);
    if (before + chunk.length > most) {
      request.destroy();
      return false;
    }
    unfinished.set(request, before + chunk.length);
    allBytes += chunk.length;
    endSlowest();
    return push(chunk, encoding);
  };
  endSlowest();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function forget(request: IncomingMessage): void {
  allBytes -= unfinished.get(request) ?? 0;
  unfinished.delete(request);
}

function endSlowest(): void {
  for (const request of unfinished.keys()) {
    if (allBytes <= MOST_BYTES && unfinished.size <= MOST_BODIES) return;
    forget(request);
    request.destroy();
  }
}
