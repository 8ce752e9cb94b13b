import { expect, it } from "vitest";
import { searchText } from "./search-text";

it("what is searched for is one text of a sensible length, without what no database keeps", () => {
  expect(searchText("Mia")).toBe("Mia");
  expect(searchText("M\0ia")).toBe("Mia");
  expect(searchText("x".repeat(500))).toHaveLength(100);
  expect(searchText(["Mia", "Tom"])).toBe("");
  expect(searchText(undefined)).toBe("");
});
