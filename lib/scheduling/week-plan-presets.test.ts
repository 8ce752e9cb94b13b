import fc from "fast-check";
import { expect, test } from "vitest";
import { planOf } from "@/lib/testing/piano-foundation";
import type { WeekPlan } from "./week-plan";
import { alternate, everyFourth, everySecond, planFromEarlierTerm } from "./week-plan-presets";

function letters(plan: WeekPlan): string {
  return plan.map(({ kind }) => ({ GROUP: "G", INDIVIDUAL: "I", NONE: "-" })[kind]).join("");
}

test("Alternate begins with the group and takes turns", () => {
  expect(letters(alternate(10))).toBe("GIGIGIGIGI");
});

test("Alternate takes its turns over the weeks in which the group can meet", () => {
  expect(letters(alternate(6, [2]))).toBe("GGIGIG");
});

test("Every 2nd week is individual by its number, whatever is closed", () => {
  expect(letters(everySecond(5))).toBe("GIGIG");
});

test("Every 4th week is individual by its number", () => {
  expect(letters(everyFourth(10))).toBe("GGGIGGGIGG");
});

test.each([
  [10, "GGGIGGGIGI"],
  [8, "GGGIGGGI"],
  [12, "GGGIGGGIGI--"],
])("A plan copied into a term of %i weeks keeps each week's kind: %s", (weeks, copied) => {
  expect(letters(planFromEarlierTerm(planOf("GGGIGGGIGI"), weeks))).toBe(copied);
});

test("Presets (alternate, every 2nd, every 4th) name every week of the term once, whatever its length", () => {
  const lengths = fc.integer({ min: 1, max: 20 });
  const closed = fc.uniqueArray(fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(lengths, closed, (weeks, closedWeeks) => {
      const numbers = Array.from({ length: weeks }, (_, index) => index + 1);
      const alternating = alternate(weeks, closedWeeks);
      for (const plan of [alternating, everySecond(weeks), everyFourth(weeks)]) {
        expect(plan.map(({ week }) => week)).toEqual(numbers);
      }
      const open = alternating.filter(({ week }) => !closedWeeks.includes(week));
      expect(letters(open)).toBe(letters(alternate(open.length)));
      expect(planFromEarlierTerm(alternating, weeks)).toEqual(alternating);
    }),
  );
});
