import { describe, expect, it } from "vitest";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import { afterOthers } from "./week-plan-draft";

const KINDS: Record<string, WeekKind> = { G: "GROUP", I: "INDIVIDUAL", N: "NONE" };

function plan(letters: string) {
  return [...letters].map((letter, index) => ({ week: index + 1, kind: KINDS[letter] ?? "NONE" }));
}

function weeks(letters: string) {
  return plan(letters).map((each) => ({ ...each, changeable: true, isClosed: false }));
}

describe("What somebody else changed while a plan was chosen", () => {
  it("stays, beside the weeks chosen by oneself", () => {
    const now = { from: "GIGI", weeks: weeks("IIGI"), wishes: plan("GIGN") };
    const { changed, wishes } = afterOthers(now);
    expect(changed.map(({ week, kind }) => [week, kind])).toEqual([[1, "INDIVIDUAL"]]);
    expect(wishes).toEqual(plan("IIGN"));
  });

  it("is named where oneself chose for the same week, whose choice is kept", () => {
    const { changed, wishes } = afterOthers({
      ...{ from: "GIGI", weeks: weeks("IIGI"), wishes: plan("NIGI") },
    });
    expect(changed.map(({ week }) => week)).toEqual([1]);
    expect(wishes).toEqual(plan("NIGI"));
  });

  it("is nothing where nobody did, or where the choosing has only begun", () => {
    const unchanged = { weeks: weeks("GIGI"), wishes: plan("GIGN") };
    expect(afterOthers({ ...unchanged, from: "GIGI" })).toEqual({
      changed: [],
      wishes: plan("GIGN"),
    });
    expect(afterOthers({ ...unchanged, from: null }).changed).toEqual([]);
    expect(afterOthers({ ...unchanged, from: "G" }).wishes).toEqual(plan("GIGN"));
  });
});
