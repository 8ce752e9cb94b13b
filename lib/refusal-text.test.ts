import { describe, expect, it } from "vitest";
import { refusalText } from "./refusal-text";

describe("what a person is told", () => {
  it("names the school's phone where there is one", () => {
    const told = (phone: string | null) => refusalText("window-closed", { phone });
    expect(told("02 5550 1234")).toContain("call the school on 02 5550 1234.");
    expect(told(null)).toContain("call the school.");
  });

  it("fills in the details, and nothing that is no text or number", () => {
    expect(refusalText("too-many-attempts", null, { wait: "3 minutes" })).toContain("3 minutes");
    expect(refusalText("weak-password", null, { reason: { secret: 1 } })).not.toContain("object");
  });

  it("says how to go on even for what has no text", () => {
    expect(refusalText("no-such-code")).toMatch(/try again/);
  });
});
