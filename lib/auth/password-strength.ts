import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { MOST_PASSWORD_BYTES, readable } from "./password";
import { Refusal } from "@/lib/refusal";

const LEAST_CHARACTERS = 10;
const LEAST_SCORE = 3;
const LEAST_OWN_CHARACTERS = 6;
const LONGER = "Use three or four words that do not belong together.";

let factory: Promise<ZxcvbnFactory> | undefined;

/**
 * Throws the refusal `weak-password` with a reason, unless zxcvbn thinks that the password takes more
 * than 10^8 guesses. `words` are what others know about the person: names, address, school.
 */
export async function requireStrongPassword(
  password: string,
  words: readonly string[],
): Promise<void> {
  const reason = await weaknessOf(readable(password), words);
  if (reason !== null) throw new Refusal("weak-password", { reason });
}

async function weaknessOf(password: string, words: readonly string[]): Promise<string | null> {
  if ([...password].length < LEAST_CHARACTERS) {
    return `It needs at least ${LEAST_CHARACTERS} characters. ${LONGER}`;
  }
  if (Buffer.byteLength(password) > MOST_PASSWORD_BYTES) {
    return "It is too long: use at most 72 letters.";
  }
  const known = knownWords(words);
  if (ownCharacters(password, known) < LEAST_OWN_CHARACTERS) {
    return `It is made of little else than what others know about you. ${LONGER}`;
  }
  factory ??= loadFactory();
  const { score, feedback } = (await factory).check(password, known);
  if (score >= LEAST_SCORE) return null;
  return [feedback.warning, feedback.suggestions[0] ?? LONGER].filter(Boolean).join(" ");
}

/** Whole texts, their parts and these run together: "Mia Wattle" also guards against "miawattle". */
function knownWords(words: readonly string[]): string[] {
  const parts = ["music", "musicnme", ...words].flatMap((text) => [
    text.toLowerCase(),
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""),
    ...text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  ]);
  return [...new Set(parts)].filter((part) => part.length > 2);
}

/** How many letters and digits are left beside the known words; all of them when it holds none. */
function ownCharacters(password: string, known: readonly string[]): number {
  const typed = password.toLowerCase();
  const left = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, " "), typed);
  return left === typed ? password.length : left.replace(/[^\p{L}\p{N}]/gu, "").length;
}

/** The word lists take memory, so they come with the first password that is set. */
async function loadFactory(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    translations: {
      ...english.translations,
      warnings: {
        ...english.translations.warnings,
        userInputs: "It holds a name or word that others know about you.",
      },
    },
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
  });
}
