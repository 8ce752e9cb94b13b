import { expect, it } from "vitest";
import { statementName } from "./statement-names";

function nameAfter(times: number, sql: string): string {
  const names = Array.from({ length: times }, () => statementName({ sql }));
  return names.at(-1) ?? "";
}

it("names SQL that comes for the third time, always the same and never two alike", () => {
  expect(nameAfter(2, "SELECT 1")).toBe("");
  const name = nameAfter(1, "SELECT 1");
  expect(name).toMatch(/^q_[0-9a-f]{32}$/);
  expect(nameAfter(5, "SELECT 1")).toBe(name);
  expect(nameAfter(3, "SELECT 2")).not.toBe(name);
});

it("keeps no more than 500, and those that it has", () => {
  const known = nameAfter(3, "SELECT 3");
  const names = Array.from({ length: 600 }, (_, n) => nameAfter(3, `SELECT 'list ${n}'`));
  expect(names.filter((name) => name !== "").length).toBeLessThan(500);
  expect(nameAfter(3, "SELECT 'one more'")).toBe("");
  expect(nameAfter(1, "SELECT 3")).toBe(known);
});
