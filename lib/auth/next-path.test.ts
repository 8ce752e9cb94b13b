import { expect, it } from "vitest";
import { nextPath } from "./next-path";

it("goes on to where the person wanted to go", () => {
  expect(nextPath("/musicnme/family?week=3")).toBe("/musicnme/family?week=3");
});

it.each([
  undefined,
  ["/a", "/b"],
  "",
  "musicnme/family",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "/..//evil.example",
  "javascript:alert(1)",
])("never leaves for another site: %j", (wanted) => {
  expect(nextPath(wanted)).toBe("/schools");
});
