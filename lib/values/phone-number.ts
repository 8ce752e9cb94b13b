import { z } from "zod";
import { cleanLine } from "./typed-text";

const SHAPE = /^\+?[\d ()/.-]+(?: ?(?:ext\.?|extension|x) ?\d{1,6})?$/i;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const FEWEST_DIGITS = 5;
/** E.164 allows 15; an exit code and an extension come on top. */
const LIMIT_DIGITS = 24;

/** As people paste it: any blank, dash or mark, "ext 3"; kept readable. Empty stays empty. */
export const phoneNumber = z
  .string()
  .overwrite((typed) => cleanLine(typed.normalize("NFKC")).replace(DASHES, "-"))
  .max(60, "That is too long.")
  .refine(
    (text) => text === "" || isNumber(text),
    "Write it as it is dialled, such as 0491 570 156 or 02 9555 0100 ext 3.",
  );

/** What a phone dials: digits, a leading +, and an extension after a pause (RFC 3966). */
export function phoneHref(number: string): string {
  const [main = "", extension] = number.split(/\s*(?:ext\.?|extension|x)\s*/i);
  const dialled = main.replaceAll(/[^+\d]/g, "");
  return `tel:${dialled}${extension === undefined ? "" : `;ext=${extension}`}`;
}

function isNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return SHAPE.test(text) && digits >= FEWEST_DIGITS && digits <= LIMIT_DIGITS;
}
