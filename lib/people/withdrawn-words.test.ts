import { describe, expect, it } from "vitest";
import { withWithdrawn } from "./withdrawn-words";

const OLD = { id: "1", email: "old@lee.example", invitable: true };

describe("what is said of a change that withdraws an invitation", () => {
  it.each([
    [[], "Saved."],
    [
      [OLD],
      "Saved. The invitation to old@lee.example was withdrawn. Send a new one with “Invite”.",
    ],
    [[{ ...OLD, invitable: false }], "Saved. The invitation to old@lee.example was withdrawn."],
  ])("%j", (withdrawn, words) => {
    expect(withWithdrawn("Saved.", withdrawn)).toBe(words);
  });
});
