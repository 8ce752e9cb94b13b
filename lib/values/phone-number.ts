import { z } from "zod";
import { cleanLine } from "./typed-text";

const SHAPE = /^\+?[\d ()/.-]+(?: ?(?:ext\.?|extension|x) ?\d{1,6})?$/i;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const DIGIT = /\p{Nd}/gu;
/** Of two numbers in one field each has more than an area code; "030/1234567" is one. */
const DIGITS_OF_ONE = 6;
const FEWEST_DIGITS = 5;
/** E.164 allows 15; an exit code and an extension come on top. */
const LIMIT_DIGITS = 24;

/** As people paste it: any blank, dash or mark, "ext 3"; kept readable. Empty stays empty. */
export const phoneNumber = z
  .string()
  .overwrite((typed) =>
    cleanLine(typed.normalize("NFKC")).replace(DASHES, "-").replace(DIGIT, asciiDigit),
  )
  .max(60, "That is too long.")
  .refine(
    (text) => text === "" || isNumber(text),
    "Write it as it is dialled, such as 0491 570 156 or 02 9555 0100 ext 3.",
  );

/**
 * What a phone dials: digits, a leading +, and an extension after a pause (RFC 3966). The "(0)" that is
 * left out where a country is dialled is left out; of two numbers it is the first.
 */
export function phoneHref(number: string): string {
  const [main = "", extension] = firstOf(number).split(/\s*(?:ext\.?|extension|x)\s*/i);
  const dialled = main.replace(/^(\s*\+.*?)\(0\)/, "$1").replaceAll(/[^+\d]/g, "");
  return `tel:${dialled}${extension === undefined ? "" : `;ext=${extension}`}`;
}

function firstOf(text: string): string {
  const parts = text.split("/");
  const isTwo = parts.length > 1 && parts.every((part) => digitsIn(part) >= DIGITS_OF_ONE);
  return isTwo ? (parts[0] ?? text) : text;
}

function digitsIn(text: string): number {
  return text.replaceAll(/\D/g, "").length;
}

/** The digits of every script stand in their order, ten by ten (Unicode, 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

function isNumber(text: string): boolean {
  const digits = digitsIn(text);
  return SHAPE.test(text) && digits >= FEWEST_DIGITS && digits <= LIMIT_DIGITS;
}
