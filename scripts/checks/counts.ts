import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { atEnd } from "@/scripts/processes";

export type Counts = { passed: number; failed: number };

const vitestShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightShape = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A single check without counts of its own: it passed or it did not. */
export function countOne(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Vitest's JSON report: also a file that broke before its first test is a failure. */
export function countVitest(report: unknown): Counts | null {
  const parsed = vitestShape.safeParse(report);
  if (!parsed.success) return null;
  const { numPassedTests, numFailedTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((each) => each.status !== "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/** Playwright's JSON report: what passed only at a second try has failed. */
export function countPlaywright(report: unknown): Counts | null {
  const parsed = playwrightShape.safeParse(report);
  if (!parsed.success) return null;
  const { stats, errors } = parsed.data;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** A crashed runner, or one that ran nothing at all, is a failure and never silence. */
export function soundCounts(counts: Counts | null, exitCode: number): Counts {
  if (counts === null) return { passed: 0, failed: 1 };
  const isSilent = counts.passed + counts.failed === 0;
  const isContradiction = exitCode !== 0 && counts.failed === 0;
  return isSilent || isContradiction ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** A place for a runner's report, empty now and gone at the end. */
export function reportPlace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "musicnme-report-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "report.json");
}

export function readReport(file: string): unknown {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
