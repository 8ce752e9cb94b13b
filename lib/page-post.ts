/** What a page's POST is answered where it is no form of ours. */
export type PostTrouble = { status: 400 | 413 | 415; text: string };

/** As `bodySizeLimit` in next.config.mjs. */
const MOST_BYTES = 256 * 1024;
const MOST_ARGUMENTS = 10;
const MOST_DEPTH = 64;

const NO_FORM = { status: 415, text: "This is no form of ours." } as const;
const TOO_LARGE = { status: 413, text: "This form is too large." } as const;
const BROKEN = { status: 400, text: "This form is broken." } as const;

/**
 * Whether Next can read the body of a POST to a page, which is always a server action with its form:
 * null, or what is wrong. Next itself answers an unreadable body with a bare 500.
 */
export async function troubleOfPost(request: Request): Promise<PostTrouble | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) return NO_FORM;
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return TOO_LARGE;
  const body = await request.arrayBuffer();
  if (body.byteLength > MOST_BYTES) return TOO_LARGE;
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (form === null) return BROKEN;
  const isCall = request.headers.has("next-action");
  return (isCall ? isReadableCall(form) : areReadableActions(form)) ? null : BROKEN;
}

/** Sent by a script: the arguments are the row "0". */
function isReadableCall(form: FormData): boolean {
  const rows = rowsOf(form, "");
  const call = rows?.get("0");
  return Array.isArray(call) && call.length <= MOST_ARGUMENTS;
}

/** Sent by the browser itself: each action has rows of its own, the bound arguments in row "1". */
function areReadableActions(form: FormData): boolean {
  const actions = [...form.keys()].filter((key) => key.startsWith("$ACTION_REF_"));
  return actions.every((key) => {
    const rows = rowsOf(form, `$ACTION_${key.slice("$ACTION_REF_".length)}:`);
    const bound = rows?.get("1");
    return rows !== null && (bound === undefined || Array.isArray(bound));
  });
}

type Rows = ReadonlyMap<string, unknown>;

/** The rows of React's encoding; null where one is no JSON or points at nothing. */
function rowsOf(form: FormData, prefix: string): Rows | null {
  const texts = [...form].filter(([key]) => isRow(key, prefix));
  try {
    const rows = new Map(
      texts.map(([key, value]) => [
        key.slice(prefix.length),
        typeof value === "string" ? (JSON.parse(value) as unknown) : value,
      ]),
    );
    return [...rows.values()].every((row) => isWhole(row, { rows, depth: 0 })) ? rows : null;
  } catch {
    return null;
  }
}

function isRow(key: string, prefix: string): boolean {
  return key.startsWith(prefix) && /^[0-9a-f]+$/.test(key.slice(prefix.length));
}

function isWhole(value: unknown, { rows, depth }: { rows: Rows; depth: number }): boolean {
  if (typeof value === "string") return isValue(value, rows);
  if (typeof value !== "object" || value === null || value instanceof Blob) return true;
  if (depth > MOST_DEPTH) return false;
  return Object.values(value).every((part) => isWhole(part, { rows, depth: depth + 1 }));
}

/** A plain text, one of React's constants, a form ("$K1"), or the number of another row. */
function isValue(text: string, rows: Rows): boolean {
  if (!text.startsWith("$") || text.startsWith("$$")) return true;
  if (/^\$(?:K[0-9a-f]+|D[\dTZ:.+-]+|n-?\d{1,300}|T|undefined|NaN|-?Infinity|-0)$/.test(text))
    return true;
  const row = /^\$[@QWi]?([0-9a-f]+)(?::|$)/.exec(text)?.[1];
  return row !== undefined && rows.has(row);
}
