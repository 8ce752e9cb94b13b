import { z } from "zod";
import { cleanLine } from "./typed-text";

/** What browsers accept in an email field (WHATWG HTML 4.10.5.1.5), with a domain that has a dot. */
const SHAPE =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LIMIT = 254;

/** The one form in which an address is kept, compared and written to; null when it is none. */
export function normaliseEmail(text: string): string | null {
  const address = canonical(text);
  return address.length <= LIMIT && SHAPE.test(address) ? address : null;
}

/** A typed email address in its one form; empty stays empty. */
export const emailAddress = z
  .string()
  .overwrite(canonical)
  .refine(
    (text) => text === "" || normaliseEmail(text) !== null,
    "That is no email address. It looks like sue@example.com.",
  );

/** Lower case, no blanks around it, a domain in other letters as mail servers know it (RFC 5891). */
function canonical(text: string): string {
  const line = cleanLine(text.normalize("NFKC")).toLowerCase();
  const at = line.lastIndexOf("@");
  return at === -1 ? line : `${line.slice(0, at)}@${asciiDomain(line.slice(at + 1))}`;
}

/** What opens a mail program. */
export function mailHref(address: string): string {
  return `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
}

function asciiDomain(domain: string): string {
  if (/^[\u0020-\u007e]*$/.test(domain)) return domain;
  const address = `http://${domain}`;
  return /[/?#:@\\]/.test(domain) || !URL.canParse(address) ? domain : new URL(address).hostname;
}
