import type { z } from "zod";
import { ApiProblem } from "./api-problem";
import { readBody } from "./read-body";
import { NotFound } from "./refusal";

const MOST_BYTES = 64 * 1024;

/** A path that is not of the right shape leads nowhere. */
export function readParams(shape: z.ZodType | undefined, params: unknown): unknown {
  if (shape === undefined) return undefined;
  const parsed = shape.safeParse(params);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

export function readQuery(shape: z.ZodType | undefined, request: Request): unknown {
  if (shape === undefined) return undefined;
  const sent = Object.entries(Object.fromEntries(new URL(request.url).searchParams));
  if (sent.some(([, value]) => value.includes("\0"))) throw new ApiProblem("invalid-input");
  return parse(shape, Object.fromEntries(sent));
}

/** The JSON body, read no further than it may be long. */
export async function readJsonBody(
  shape: z.ZodType | undefined,
  request: Request,
): Promise<unknown> {
  if (shape === undefined) return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new ApiProblem("not-json");
  return parse(shape, parseJson(await readText(request)));
}

async function readText(request: Request): Promise<string> {
  const body = await readBody(request, MOST_BYTES);
  if (body === null) throw new ApiProblem("body-too-large");
  return body.toString("utf8");
}

/** PostgreSQL keeps no NUL, so a text with one is as wrong as broken JSON. */
function parseJson(text: string): unknown {
  if (text.includes("\\u0000")) throw new ApiProblem("malformed-body");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiProblem("malformed-body");
  }
}

function parse(shape: z.ZodType, value: unknown): unknown {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    problem: issue.message,
  }));
  throw new ApiProblem("invalid-input", { fields });
}
