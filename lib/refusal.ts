/**
 * The answer "no" of a use case, for a reason that a person can be told. Edges turn `code` into
 * text; `details` are facts for that text (never another family's).
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: string, details?: Record<string, unknown>) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

/** What was asked for does not exist for this actor. */
export class NotFound extends Error {
  constructor(what = "not found") {
    super(what);
    this.name = "NotFound";
  }
}

/** What a rule says: yes, or no with one of its codes. */
export type Decision<Code extends string> = { ok: true } | { ok: false; code: Code };

export function allowed(): { ok: true } {
  return { ok: true };
}

export function refused<Code extends string>(code: Code): { ok: false; code: Code } {
  return { ok: false, code };
}
