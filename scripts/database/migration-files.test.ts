import { describe, expect, it } from "vitest";
import { lastSchema, presentSchema } from "@/scripts/database/migration-files";

describe("the datamodel", () => {
  it("has no change that no migration carries", () => {
    expect(withoutComments(lastSchema())).toEqual(withoutComments(presentSchema()));
  });
});

function withoutComments(schema: string): string[] {
  const lines = schema.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));
  return lines.filter((line) => line !== "" && !line.startsWith("//"));
}
