import type { Log } from "./open-log";
import { trailNow } from "./request-trail";
import { plainWords } from "./safe-error";

/**
 * What the framework would print of failures (whole errors, with the rows and addresses in their
 * texts) goes through the log, as safe as everything else, with the ids of the request.
 */
export function takeOverConsole(log: Log): void {
  console.error = (...parts: unknown[]) => tell(log, "error", parts);
  console.warn = (...parts: unknown[]) => tell(log, "warn", parts);
}

function tell(log: Log, level: "error" | "warn", parts: readonly unknown[]): void {
  const error = parts.find((part) => part instanceof Error);
  if (error !== undefined && isKnownByRequest(error)) return;
  const text = parts.filter((part) => typeof part === "string").join(" ");
  log[level]({ ...(error && { err: error }) }, plainWords(text) || "told by the framework");
}

/**
 * Next tells of a failed page here and then shows the person the error's `digest`: with the id of the
 * request in that place the number on the screen is the one in the log. A second telling, of what the
 * browser would get of the same error, says nothing new.
 */
function isKnownByRequest(error: Error & { digest?: string }): boolean {
  const requestId = trailNow()?.requestId;
  if (requestId === undefined) return false;
  if (error.digest === requestId) return true;
  error.digest = requestId;
  return false;
}
