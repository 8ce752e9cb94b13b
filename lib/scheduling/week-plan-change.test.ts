import { expect, test } from "vitest";
import { pianoFoundation, planOf } from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
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

test("A plan that names a week twice is incomplete", () => {
  const after = [...planOf("GGGIGGGIG"), { week: 9, kind: "GROUP" as const }];
  expect(checkPlanChange({ before, after }, facts, asDay("2026-10-01"))).toMatchObject({
    code: "plan-incomplete",
  });
});
