import { readBody } from "./read-body";

/** What a page's POST is answered where it is no form of ours. */
export type PostTrouble = { status: 400 | 413 | 415; text: string };

/** As `bodySizeLimit` in next.config.mjs. */
const MOST_BYTES = 256 * 1024;
const MOST_FIELDS = 1_000;
/** React's own fields beside a form: no form of ours has ten. Each may read all the others again. */
const MOST_ACTION_FIELDS = 20;
const ACTION_FIELD = "$ACTION_";
/** How often React's encoding points from one place to another: each may copy all fields. */
const MOST_REFERENCES = 1_000;
/** In JSON the same text can be written in two ways. */
const REFERENCES = ['"$', '"\\u0024'];
/** An action without arguments is the text "[]"; every other of ours takes a form. */
const MOST_TEXT_BYTES = 1_000;

/** As browsers write it (RFC 2046, 5.1.1), and nothing beside it that one reader takes for another. */
const MULTIPART = /^multipart\/form-data;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i;
const TEXT = /^text\/plain\s*(?:;|$)/i;

const NO_FORM = { status: 415, text: "This is no form of ours." } as const;
const TOO_LARGE = { status: 413, text: "This form is too large." } as const;
const BROKEN = { status: 400, text: "This form is broken." } as const;

/**
 * Whether the body of a POST to a page, which is always a server action with its form, is one that may
 * be decoded: null, or what is wrong. Counts the bytes once and decodes nothing. A script sends an
 * action without arguments as a text.
 */
export async function troubleOfPost(request: Request): Promise<PostTrouble | null> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = MULTIPART.exec(type)?.[2];
  const isTextCall = TEXT.test(type) && request.headers.has("next-action");
  if (boundary === undefined && !isTextCall) return NO_FORM;
  const body = await readBody(request, boundary === undefined ? MOST_TEXT_BYTES : MOST_BYTES);
  if (body === null) return TOO_LARGE;
  return boundary === undefined ? null : troubleOfForm(body, `--${boundary}`);
}

function troubleOfForm(body: Buffer, delimiter: string): PostTrouble | null {
  const end = body.lastIndexOf(`${delimiter}--`);
  if (end === -1 || body.length - end > delimiter.length + "--\r\n".length) return BROKEN;
  const isLong =
    holdsMore(body, { texts: [delimiter], than: MOST_FIELDS + 1 }) ||
    holdsMore(body, { texts: [ACTION_FIELD], than: MOST_ACTION_FIELDS }) ||
    holdsMore(body, { texts: REFERENCES, than: MOST_REFERENCES });
  return isLong ? TOO_LARGE : null;
}

type Many = { texts: readonly string[]; than: number };

function holdsMore(body: Buffer, { texts, than }: Many): boolean {
  let found = 0;
  for (const text of texts) {
    for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length)) {
      found += 1;
      if (found > than) return true;
    }
  }
  return false;
}
