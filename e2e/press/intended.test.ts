import { expect, it } from "vitest";
import { unintended } from "./intended";

it("only what is said to be intended is let through, and only where it is", () => {
  const refused = "it was refused: Olivia Brown is not open then (Mon 15 Feb).";
  const other = "it was refused: That name is taken.";
  expect(unintended("/[school]/admin/courses/new", [refused, other])).toEqual([other]);
  expect(unintended("/[school]/admin/courses", [refused])).toEqual([refused]);
});
