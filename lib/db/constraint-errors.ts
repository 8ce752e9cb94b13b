/** A rule of the database that a write ran into, by the constraint's name. */
export type BrokenRule = { sqlState: string; constraint: string | null };

const RULES = new Set(["23P01", "23505", "23514", "23503", "23502"]);

/**
 * The SQLSTATE of an error of node-pg, of Prisma's models (P2039, P2002, P2003, P2034), of its raw
 * SQL (P2010) or of the bare driver adapter; null for anything else.
 */
export function sqlStateOf(error: unknown): string | null {
  const code = causeOf(error)?.code;
  return code ?? null;
}

/** Which constraint a write ran into; null when the error is something else. */
export function brokenRuleOf(error: unknown): BrokenRule | null {
  const cause = causeOf(error);
  if (cause === null || !RULES.has(cause.code)) return null;
  return { sqlState: cause.code, constraint: cause.constraint };
}

/** Unique and exclusion rules, a write that could not be ordered (40001), a deadlock (40P01). */
const RIVALS = new Set(["23505", "23P01", "40001", "40P01"]);

/** Whether a write lost against another one of the same moment, of which no feature says more. */
export function isRivalWrite(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== null && RIVALS.has(state);
}

type Cause = { code: string; constraint: string | null };

function causeOf(error: unknown): Cause | null {
  if (!isRecord(error)) return null;
  const meta = isRecord(error["meta"]) ? error["meta"] : undefined;
  const adapter = isRecord(meta?.["driverAdapterError"]) ? meta["driverAdapterError"] : error;
  const cause = isRecord(adapter["cause"]) ? adapter["cause"] : undefined;
  if (typeof cause?.["originalCode"] === "string") {
    return { code: cause["originalCode"], constraint: constraintName(cause) };
  }
  if (typeof error["code"] === "string" && /^[0-9A-Z]{5}$/.test(error["code"])) {
    const prismaState = error["code"] === "P2034" ? "40001" : error["code"];
    return { code: prismaState, constraint: textOf(error["constraint"]) };
  }
  return null;
}

function constraintName(cause: Record<string, unknown>): string | null {
  const constraint = cause["constraint"];
  if (isRecord(constraint) && typeof constraint["index"] === "string") return constraint["index"];
  const quoted = /constraint "([^"]+)"/.exec(textOf(cause["originalMessage"]) ?? "");
  return quoted?.[1] ?? null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
