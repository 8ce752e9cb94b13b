import { expect, it } from "vitest";
import { clockWords, eventWords, jobWords } from "@/lib/notifications/jobs/job-words";
import { crons } from "./crons";
import { jobs } from "./jobs";

/** Words made of the program's own name: nobody has written any. */
function isMade(words: string, name: string): boolean {
  return words.toLowerCase() === name.replace(/[/.-]+/g, " ").toLowerCase();
}

it("every event, job and job of the clock has words that an admin can read", () => {
  const wordless = [
    ...jobs.filter(({ eventName }) => isMade(eventWords(eventName), eventName)),
    ...jobs.filter(({ id }) => isMade(jobWords(id), id)),
    ...crons.filter(({ id }) => isMade(clockWords(id), id)),
  ];
  expect(wordless.map(({ id }) => id)).toEqual([]);
});
