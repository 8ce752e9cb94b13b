import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What claims that somebody hears of something: only what was counted may say so. */
const CLAIMS = [
  /\b(?:is|are|was|were|be|been|being|gets?)\s+(?:told|notified|informed|reminded|e-?mailed)\b/gi,
  /\bno (?:e-?)?mails? (?:is|are|was|were|will|goes|go)\b/gi,
  /\b(?:gets?|getting|receives?)\s+(?:it|them|this|that|your message|an?|no)?\s*(?:by )?(?:e-?)?mails?\b/gi,
  /\bon (?:its|the|their) way\b/gi,
  /\bhears? (?:of|about)\b|\blets? (?:you|them|us|everybody) know\b/gi,
];
/** Where sentences are made from the count, and the one that says that nobody is. */
const FROM_THE_COUNT = ["lib/notifications/tellings/notified-words.ts"];
const TRUE_ANYHOW = [
  "Nobody is notified again.",
  // Must not disclose whether there is a sign-in, nor what hinders its mail.
  "If there is a sign-in with this address, an email with a link is on its way.",
  // Of addresses that are blocked.
  "Addresses that get no email",
  "They get no email now.",
];

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
  const words = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s+/g, " ");
  return TRUE_ANYHOW.reduce((text, said) => text.replaceAll(said, ""), words);
}

function claimsIn(words: string): string[] {
  return CLAIMS.flatMap((claim) => [...words.matchAll(claim)].map(([text]) => text));
}

it("No screen, refusal or mail claims that somebody is told but by the count of the query that sends", () => {
  expect(FILES.length).toBeGreaterThan(200);
  const claims = FILES.flatMap((file) =>
    claimsIn(wordsOf(readFileSync(file, "utf8"))).map((text) => `${file}: ${text}`),
  );
  expect(claims).toEqual([]);
});

it.each([
  "No mail is sent.",
  "The invitation is on its way by email.",
  "The school gets it by email and on its booking desk.",
  "The school gets your message by email.",
  "You will get an email when it opens.",
  "You will get a mail when it opens.",
  "Two families are reminded.",
])("“%s” is found as a claim", (claim) => {
  expect(claimsIn(claim)).not.toEqual([]);
});
