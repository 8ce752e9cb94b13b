import { describe, expect, it } from "vitest";
import { resultOfAudit } from "@/scripts/checks/audit-step";

const reportOf = (holes: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(holes).map(([name, severity]) => [name, { name, severity }]),
    ),
  });

describe("the search for known holes in packages", () => {
  it("fails by name where one is grave", () => {
    const result = resultOfAudit(reportOf({ a: "low", b: "high", c: "critical" }));
    expect(result).toEqual({ passed: 0, failed: 1, output: "b: high\nc: critical" });
  });

  it("passes where there is none, or none that is grave", () => {
    expect(resultOfAudit(reportOf({}))).toEqual({ passed: 1, failed: 0, output: "" });
    expect(resultOfAudit(reportOf({ a: "moderate" })).failed).toBe(0);
  });

  it.each(["", "Not Found", '{"error":{"code":"ENOTFOUND"}}', '{"message":"404"}'])(
    "says so where the registry does not tell: %s",
    (printed) => {
      const result = resultOfAudit(printed);
      expect(result.failed).toBe(0);
      expect(result.output).toContain("no answer to an audit");
    },
  );
});
