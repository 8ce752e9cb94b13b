import fc from "fast-check";
import { expect, test } from "vitest";
import { pianoFoundation, planOf } from "@/lib/testing/piano-foundation";
import { addDays, asDay } from "@/lib/time/day";
import { changeableWeeks, checkPlanChange, diffPlan } from "./week-plan-change";

const facts = pianoFoundation();
const before = planOf("GGGIGGGIGI");

test("A change lists the weeks whose kind differs", () => {
  expect(diffPlan(before, planOf("GGGGGGGIG-"))).toEqual([
    { week: 4, from: "INDIVIDUAL", to: "GROUP" },
    { week: 10, from: "INDIVIDUAL", to: "NONE" },
  ]);
  expect(diffPlan(before, before)).toEqual([]);
  expect(diffPlan([], planOf("G"))).toEqual([{ week: 1, from: "NONE", to: "GROUP" }]);
});

test.each([
  ["2026-10-11", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ["2026-12-06", [9, 10]],
  ["2026-12-07", [10]],
  ["2026-12-14", []],
])("A plan changes for future weeks only: on %s weeks %j", (today, weeks) => {
  expect(changeableWeeks(before, facts, asDay(today))).toEqual(weeks);
});

test("A course without a plan may get one for the whole of a running term", () => {
  const plans = { before: [], after: before };
  expect(checkPlanChange(plans, facts, asDay("2026-11-04"))).toEqual({ ok: true });
});

test.each([
  ["GGGIGGGIGG", { ok: true }],
  ["GGGIGIGIGI", { ok: true }],
  ["GGGGGGGIGI", { ok: false, code: "week-has-begun" }],
  ["GGGIIGGIGI", { ok: false, code: "week-has-begun" }],
  ["GGGIGGGIG", { ok: false, code: "plan-incomplete" }],
  ["GGGIGGGIGIG", { ok: false, code: "plan-incomplete" }],
])("On Monday of week 5 the plan may become %s: %j", (after, decision) => {
  const plans = { before, after: planOf(after) };
  expect(checkPlanChange(plans, facts, asDay("2026-11-09"))).toEqual(decision);
});

test("A plan names `GROUP`, `INDIVIDUAL` or `NONE` for every week of the term, chosen week by week", () => {
  const today = asDay("2026-10-01");
  for (const letters of ["GGGIGGGIGI", "IIIIIIIIII", "----------", "G-IG-IG-IG"]) {
    const after = planOf(letters);
    expect(checkPlanChange({ before, after }, facts, today)).toEqual({ ok: true });
    expect(checkPlanChange({ before, after: after.slice(1) }, facts, today).ok).toBe(false);
  }
});

test("A plan that names a week twice is incomplete", () => {
  const after = [...planOf("GGGIGGGIG"), { week: 9, kind: "GROUP" as const }];
  expect(checkPlanChange({ before, after }, facts, asDay("2026-10-01"))).toMatchObject({
    code: "plan-incomplete",
  });
});

test("Whatever is planned, a change is allowed exactly when it leaves every week that has begun alone", () => {
  const letters = fc.array(fc.constantFrom("G", "I", "-"), { minLength: 10, maxLength: 10 });
  const plans = letters.map((kinds) => planOf(kinds.join("")));
  const mondays = fc.integer({ min: -1, max: 11 }).map((n) => n * 7);
  const days = fc
    .oneof(mondays, fc.integer({ min: -7, max: 77 }))
    .map((n) => addDays(facts.term.startsOn, n));
  let refused = 0;
  fc.assert(
    fc.property(plans, plans, days, fc.integer({ min: 0, max: 10 }), (old, wish, today, kept) => {
      const after = [...old.slice(0, kept), ...wish.slice(kept)];
      const begun = diffPlan(old, after).some(
        ({ week }) => addDays(facts.term.startsOn, (week - 1) * 7) <= today,
      );
      refused += begun ? 1 : 0;
      expect(checkPlanChange({ before: old, after }, facts, today).ok).toBe(!begun);
    }),
  );
  expect(refused).toBeGreaterThan(0);
});
