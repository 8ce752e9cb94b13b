import { createHash } from "node:crypto";
import { Refusal } from "@/lib/refusal";

/** What a request asked for, as one short text: the same key with another input is refused. */
export function hashOfInput(operation: string, input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest("hex");
}

/** The ids of the first result when the request was carried out before, null when it is new. */
export function earlierResult(
  request: { inputHash: string; resultIds: string[] } | null,
  inputHash: string,
): string[] | null {
  if (request === null) return null;
  if (request.inputHash !== inputHash) throw new Refusal("request-key-reused");
  return request.resultIds;
}
