/**
 * A JSON answer, kept by nobody unless its headers say so. Its length is said, so that it goes out in
 * one piece and short ones are not compressed.
 */
export function json(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...init.headers,
    "content-length": String(bytes.byteLength),
  };
  return new Response(bytes, { status: init.status ?? 200, headers });
}

/** Says that nothing was done now: the answer is that of the same request before. */
export function replayHeaders(repeated: boolean): Record<string, string> {
  return repeated ? { "idempotent-replayed": "true" } : {};
}
