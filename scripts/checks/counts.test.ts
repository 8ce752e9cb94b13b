import { describe, expect, it } from "vitest";
import { countOne, countPlaywright, countVitest, soundCounts } from "@/scripts/checks/counts";

const vitestReport = (files: { status: string; tests: string[] }[]) => ({
  numPassedTests: files.flatMap((file) => file.tests).filter((test) => test === "passed").length,
  numFailedTests: files.flatMap((file) => file.tests).filter((test) => test === "failed").length,
  testResults: files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })),
});

describe("counting what the runners found", () => {
  it("counts a check without tests of its own as one", () => {
    expect(countOne(0)).toEqual({ passed: 1, failed: 0 });
    expect(countOne(2)).toEqual({ passed: 0, failed: 1 });
  });

  it("counts every unit test", () => {
    const report = vitestReport([{ status: "failed", tests: ["passed", "passed", "failed"] }]);
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
  });

  it("counts a test file that could not be loaded as a failure", () => {
    const report = vitestReport([
      { status: "passed", tests: ["passed"] },
      { status: "failed", tests: [] },
    ]);
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });

  it("counts a browser test that needed a second try as failed", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 3, failed: 2 });
    expect(countPlaywright({ stats, errors: [{ message: "no tests found" }] })?.failed).toBe(3);
  });

  it.each([
    ["left no report", null, 1, { passed: 0, failed: 1 }],
    ["ran no test at all", { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ["crashed after its tests passed", { passed: 5, failed: 0 }, 1, { passed: 5, failed: 1 }],
    ["failed as its tests say", { passed: 5, failed: 2 }, 1, { passed: 5, failed: 2 }],
    ["passed", { passed: 5, failed: 0 }, 0, { passed: 5, failed: 0 }],
  ])("gives a verdict on a runner that %s", (_what, counts, exitCode, verdict) => {
    expect(soundCounts(counts, exitCode)).toEqual(verdict);
  });

  it("does not take an unknown report for a success", () => {
    expect(countVitest({})).toBeNull();
    expect(countPlaywright("")).toBeNull();
  });
});
