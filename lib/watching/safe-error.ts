import { brokenRuleOf, sqlStateOf } from "@/lib/db/constraint-errors";

/** An error as it may stand in a log. */
export type SafeError = {
  type: string;
  code?: string;
  reason?: string;
  status?: number;
  sqlState?: string;
  constraint?: string;
  message?: string;
  frames?: readonly string[];
  cause?: SafeError;
};

const MOST_FRAMES = 12;
const MOST_CAUSES = 3;
const NAME = /^[A-Za-z][\w$.:-]{0,79}$/;
/** Their texts speak of code, not of people. */
const ABOUT_CODE = new Set(["TypeError", "ReferenceError"]);

/**
 * What an error is and where it was thrown, without a word of what it is about: texts of databases
 * and parsers quote rows, parameters and addresses. Keeps the names of types, codes and constraints.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: error === null ? "null" : typeof error };
  const rule = brokenRuleOf(error);
  const message = ABOUT_CODE.has(error.name) ? plainWords(error.message) : undefined;
  return definedOf({
    type: nameIn(error.name) ?? "Error",
    code: nameIn(fieldOf(error, "code")),
    reason: nameIn(fieldOf(error, "reason")),
    status: numberIn(fieldOf(error, "status")),
    sqlState: sqlStateOf(error) ?? undefined,
    constraint: nameIn(rule?.constraint),
    message,
    frames: framesOf(error),
    cause: depth < MOST_CAUSES ? causeOf(error, depth) : undefined,
  });
}

/** Our own, and those of the runtime's network: their texts are fixed words. */
const PLAIN = new Set([
  "Error",
  "AggregateError",
  "TypeError",
  "MailFailure",
  "Refusal",
  "NotFound",
]);
const LONGEST_REASON = 300;

/** Why something failed, in a line for a person: of other packages the kind and the codes alone. */
export function safeReason(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (PLAIN.has(error.name)) return error.message.split("\n", 1)[0]?.slice(0, LONGEST_REASON) ?? "";
  const { type, code, sqlState, constraint } = safeError(error);
  return [type, code, sqlState, constraint].filter(Boolean).join(" ");
}

/** The words of a text of the runtime or the framework, without whatever it quotes or addresses. */
export function plainWords(text: string): string {
  const [line = ""] = text.split("\n", 1);
  const unquoted = line.replace(/(["'`“‘]).*(["'`”’])/g, "…");
  const words = unquoted.split(/\s+/).map((word) => (/[\d@/\\=?&%<>{}#]/.test(word) ? "…" : word));
  return words
    .join(" ")
    .replace(/(?:… )+…/g, "…")
    .trim()
    .slice(0, 200);
}

/** Of several at once the first stands for all. */
function causeOf(error: Error, depth: number): SafeError | undefined {
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return cause instanceof Error ? safeError(cause, depth + 1) : undefined;
}

/** The places of the stack alone: its head repeats the message. */
function framesOf({ stack = "", message }: Error): readonly string[] {
  const places = message === "" ? stack : stack.replace(message, () => "");
  return places
    .split("\n")
    .filter((line) => /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().slice(3).replaceAll(`${process.cwd()}/`, ""));
}

function fieldOf(error: Error, name: string): unknown {
  return Reflect.get(error, name) as unknown;
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "string" && NAME.test(value) ? value : undefined;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function definedOf(error: SafeError): SafeError {
  const kept = Object.entries(error).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as SafeError;
}
