import { z } from "zod";

/**
 * What no name needs and nobody sees: controls, soft hyphens, zero-width and direction marks, tags,
 * fillers that look like nothing (Unicode 17, general category Cf and the blank letters).
 */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const CONTROL_BUT_LINES = /(?!\n)[\p{Cc}\u2028\u2029]/gu;
/** Persian and Indic names, and emoji of several parts, need the joiners between two letters or signs. */
const LOOSE_JOINER = /(?<![\p{L}\p{M}\p{S}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{S}])/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line as it is kept: one Unicode form (NFC), nothing invisible, single blanks. */
export function cleanLine(text: string): string {
  const line = text.normalize("NFC").replace(CONTROL, " ").replace(INVISIBLE, "");
  return line.replace(LOOSE_JOINER, "").replace(/\s+/gu, " ").trim();
}

/** A text of several lines as it is kept: the same, with its line breaks. */
export function cleanLines(text: string): string {
  const whole = text.normalize("NFC").replace(/\r\n?/g, "\n").replace(CONTROL_BUT_LINES, " ");
  return whole.replace(INVISIBLE, "").replace(LOOSE_JOINER, "").trim();
}

function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

const TOO_LONG = "That is too long.";

/** One typed line of at most so many characters; may be empty. */
export function lineText(limit: number, tooLong = TOO_LONG) {
  return z.string().overwrite(cleanLine).max(limit, tooLong);
}

/** A typed text of several lines; may be empty. */
export function linesText(limit: number, tooLong = TOO_LONG) {
  return z.string().overwrite(cleanLines).max(limit, tooLong);
}

/** A name: one line in which something can be seen. */
export function nameText(limit: number, missing = "Please fill this in.") {
  return lineText(limit).refine(isVisible, missing);
}
