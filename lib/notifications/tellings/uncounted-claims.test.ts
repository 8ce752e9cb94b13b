import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What claims that somebody hears of something: only what was counted may say so. */
const CLAIM =
  /\b(?:is|are|was|were|be|been|being|get|gets)\s+(?:told|notified|informed|reminded|mailed|e-?mailed)\b/gi;
/** Where sentences are made from the count, and the one that says that nobody is. */
const FROM_THE_COUNT = ["lib/notifications/tellings/notified-words.ts"];
const SAYS_NOBODY = "Nobody is notified again.";

const FILES = globSync([
  "app/**/*.{ts,tsx}",
  "components/**/*.{ts,tsx}",
  "lib/refusal-text.ts",
  "lib/**/*refusals.ts",
  "lib/**/*.schema.ts",
  "lib/**/*-words.ts",
  "lib/notifications/templates/*.{ts,tsx}",
]).filter((file) => !file.includes(".test.") && !FROM_THE_COUNT.includes(file));

/** What a person may read: the source without its comments. */
function wordsOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replaceAll(SAYS_NOBODY, "");
}

it("No screen, refusal or mail claims that somebody is told but by the count of the query that sends", () => {
  expect(FILES.length).toBeGreaterThan(200);
  const claims = FILES.flatMap((file) =>
    [...wordsOf(readFileSync(file, "utf8")).matchAll(CLAIM)].map(([text]) => `${file}: ${text}`),
  );
  expect(claims).toEqual([]);
});
