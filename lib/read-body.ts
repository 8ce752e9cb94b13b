/**
 * The body of a request, read no further than `most` bytes: null where it is longer, whatever length
 * was said beforehand.
 */
export async function readBody(
  request: Pick<Request, "headers" | "body">,
  most: number,
): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
