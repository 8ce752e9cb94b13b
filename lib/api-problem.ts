import { isRivalWrite } from "./db/constraint-errors";
import { json } from "./api-json";
import { NotFound, Refusal } from "./refusal";
import { refusalText } from "./refusal-text";

/** What is wrong with a request itself, before any use case was asked. */
const PROBLEMS = {
  "signed-out": [401, "Sign-in needed", "Send a session cookie or a bearer token that is valid."],
  "foreign-origin": [403, "Foreign origin", "A write by cookie needs the Origin of our own pages."],
  "read-only-token": [403, "Read-only token", "This token may read. Make one that may also write."],
  "not-found": [404, "Not found", "There is nothing here for you."],
  "invalid-input": [400, "Invalid input", "The request is not as described."],
  "malformed-body": [400, "Malformed body", "The body is not JSON."],
  "bad-idempotency-key": [400, "Bad Idempotency-Key", "1 to 200 visible ASCII characters."],
  "bad-cursor": [400, "Bad cursor", "Use the cursor of an earlier answer, or none."],
  "body-too-large": [413, "Body too large", "Send less than 64 kB."],
  "not-json": [415, "Not JSON", "Send Content-Type: application/json."],
  unexpected: [500, "Something went wrong", "It was logged. Try again, or name the requestId."],
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by the edge of the API only; use cases throw `Refusal`. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly extra: Record<string, unknown>;

  constructor(code: ProblemCode, extra: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** RFC 9457, with our stable `code` and whatever facts go with it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
} & Record<string, unknown>;

/** How a feature tells machines of its refusals: never more of `details` than is theirs to know. */
export type RefusalShape = (refusal: Refusal) => { status: number; facts: object };

type Told = {
  school: { phone: string | null } | null;
  requestId: string;
  refusal?: RefusalShape | undefined;
};

export function problemOf(error: unknown, { school, requestId, refusal = bare }: Told): Problem {
  if (error instanceof Refusal) {
    const { status, facts } = refusal(error);
    const detail = refusalText(error.code, school, error.details);
    const title = titleOf(error.code);
    return { ...facts, ...named(error.code, status), title, detail, requestId };
  }
  if (isRivalWrite(error)) {
    const detail = refusalText("same-moment", school);
    return { ...named("same-moment", 409), title: titleOf("same-moment"), detail, requestId };
  }
  const [code, extra] = codeOf(error);
  const [status, title, detail] = PROBLEMS[code];
  return { ...extra, ...named(code, status), title, detail, requestId };
}

const bare: RefusalShape = () => ({ status: 422, facts: {} });

function titleOf(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");
}

function codeOf(error: unknown): [ProblemCode, Record<string, unknown>] {
  if (error instanceof ApiProblem) return [error.code, error.extra];
  return [error instanceof NotFound ? "not-found" : "unexpected", {}];
}

function named(code: string, status: number) {
  return { type: `urn:musicnme:problem:${code}`, status, code };
}

export function problemResponse(problem: Problem): Response {
  const { status } = problem;
  const challenge = status === 401 && { "www-authenticate": "Bearer" };
  const headers = { "content-type": "application/problem+json", ...challenge };
  return json(problem, { status, headers });
}
