import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError } from "./api-error";

export type Reply = {
  status: number;
  headers?: Record<string, string>;
  body: string | Buffer;
};

const MAX_BODY_BYTES = 60 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) throw new ApiError(413, "validation_error", "Request too large.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError(400, "validation_error", "The request body is not valid JSON.");
  }
}

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

export function html(body: string, policy: string, status = 200): Reply {
  const type = "text/html; charset=utf-8";
  return { status, headers: { "content-type": type, "content-security-policy": policy }, body };
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
  });
  response.end(body);
}
