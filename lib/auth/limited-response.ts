import type { Refusal } from "@/lib/refusal";
import { refusalText } from "@/lib/refusal-text";

const LIMITS = new Set(["too-many-attempts", "too-many-requests", "only-reset-link"]);

/** Whether a refusal says "not so often": its details hold `retryAfter`, in whole seconds. */
export function isLimit({ code }: Refusal): boolean {
  return LIMITS.has(code);
}

/** RFC 6585, 4: what a route answers to such a refusal. */
export function limitedResponse({ code, details }: Refusal): Response {
  const seconds = details?.["retryAfter"];
  const retryAfter = typeof seconds === "number" ? seconds.toString() : "60";
  const body = JSON.stringify({ code, detail: refusalText(code, null, details) });
  const headers = { "content-type": "application/json", "retry-after": retryAfter };
  return new Response(body, { status: 429, headers });
}
