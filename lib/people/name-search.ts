/** A search as the keys of people, families and courses are kept (`fold_text`): Zoë is zoe. */
export type FoldedSearch = {
  words: readonly string[];
  /** A phone number, however it is written: its national digits. */
  digits: string | null;
};

const FEWEST_DIGITS = 4;
/** Of an Australian or New Zealand number without country code and leading zero: at least, at most. */
const NATIONAL_DIGITS = { least: 8, most: 9 };

/** Every word has to be part of the key, or the phone number is; `%` and `_` are letters. */
export function keySearch(search: FoldedSearch | null) {
  if (search === null) return {};
  const words = search.words.map((word) => ({ searchKey: { contains: escapeLike(word) } }));
  const number = search.digits === null ? [] : [{ searchKey: { contains: search.digits } }];
  return { OR: [{ AND: words }, ...number] };
}

/** Null where the text is no phone number. */
export function phoneDigits(text: string): string | null {
  if (!/^\s*\+?[\d\s()/.-]+$/u.test(text)) return null;
  const digits = text.replaceAll(/\D/g, "").replace(/^0+/, "");
  if (digits.length < FEWEST_DIGITS) return null;
  const hasCountry = /^\s*(?:\+|00)/.test(text) || digits.length > NATIONAL_DIGITS.most;
  return hasCountry ? digits.slice(-NATIONAL_DIGITS.least) : digits;
}

/** Prisma passes a text on to LIKE as it is. */
export function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, "\\$&");
}
